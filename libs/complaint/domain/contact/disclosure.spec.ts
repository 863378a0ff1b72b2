import { describe, expect, it } from '@jest/globals';
import { contactIsOpen } from './disclosure.js';
import { cn, complaintOf, Journey, sealedFor } from '../fixture/complaint.js';

const look = (subject = 'subject-1') => ({
  type: 'DiscloseContact' as const,
  data: { subject, purpose: sealedFor('disclosure.purpose') },
});
const registered = () =>
  new Journey().does('registrar', '2025-09-26', {
    type: 'RegisterComplaint',
    data: complaintOf(cn('2025-09-26')),
  });

describe('seeing a contact in full', () => {
  it('is recorded with who, whose, when and what for, and changes nothing else', () => {
    const journey = registered();
    const before = journey.state;
    expect(journey.asks('officer', '2025-09-27', look())).toEqual([
      {
        type: 'ContactDisclosed',
        data: {
          by: 'officer',
          at: cn('2025-09-27'),
          subject: 'subject-1',
          purpose: sealedFor('disclosure.purpose'),
        },
      },
    ]);
    const { disclosures, ...rest } = journey.does('officer', '2025-09-27', look()).state;
    expect(rest).toEqual(before);
    expect(disclosures).toEqual([
      {
        by: 'officer',
        subject: 'subject-1',
        day: '2025-09-27',
        purpose: sealedFor('disclosure.purpose'),
      },
    ]);
  });

  it('needs one record for a person, a complainant and a day', () => {
    const journey = registered().does('officer', '2025-09-27 23:50', look());
    expect(journey.asks('officer', '2025-09-27 23:59', look())).toEqual([]);
    expect(journey.asks('colleague', '2025-09-27 23:59', look())).toHaveLength(1);
    expect(journey.asks('officer', '2025-09-28 00:01', look())).toHaveLength(1);
  });

  it('is refused for somebody who is not a complainant of the case', () => {
    expect(registered().asks('officer', '2025-09-27', look('subject-9'))).toMatchObject({
      refused: 'complainant-not-in-case',
    });
  });

  it('opens the contact on the day of the record and on no other', () => {
    const { state } = registered().does('officer', '2025-09-27', look());
    const open = (by: string, at: string) => contactIsOpen(state, by, 'subject-1', cn(at));
    expect(open('officer', '2025-09-27 23:59')).toBeNull();
    expect(open('officer', '2025-09-28 00:00')).toMatchObject({ refused: 'disclosure-of-another-day' });
    expect(open('colleague', '2025-09-27')).toMatchObject({ refused: 'disclosure-of-another-day' });
  });
});
