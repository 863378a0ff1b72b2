import { describe, expect, it } from '@jest/globals';
import { loadRulebook, SHIPPED } from '#rulebook';
import type { Office } from '../domain/index.js';
import { OfficesList } from './offices-file.js';

const OFFICE: Office = {
  id: 'yunhai',
  name: { zh: '云海市文化和旅游局', en: 'Yunhai' },
  word: '云旅投',
  internalRulebook: 'RB-MANUAL',
  level: 'city',
  division: '990100',
};

const { procedure: _, ...manual } = SHIPPED.byId('RB-MANUAL');
const rulebooks = SHIPPED.with([loadRulebook({ ...manual, id: 'RB-TERMS' })]);
const listOf = (change: object) => new OfficesList([{ ...OFFICE, ...change }], rulebooks);

describe("an office's profile", () => {
  it.each([
    [{}],
    [{ internalRulebook: 'RB-TERMS' }],
    [{ overlay: 'OV-SHANDONG' }],
    [{ procedure: 'internal' }],
    [{ overlay: 'OV-LUOYANG', procedure: 'statutory' }],
    [{ contact: { phone: '0871-12301', address: '云海市人民路1号' } }],
    [{ officeHours: { opens: '10:00', closes: '19:30' } }],
    [{ retention: [{ class: '定期30年', years: 30 }] }],
    [
      {
        retention: [
          { class: '定期10年', years: 10 },
          { class: '永久', years: null },
        ],
      },
    ],
  ])('may be %j', (change) => {
    expect(listOf(change).office('yunhai')).toEqual({ ...OFFICE, ...change });
  });

  it.each([
    [{ internalRulebook: 'RB-NONE' }, 'there is no rulebook RB-NONE'],
    [{ internalRulebook: 'RB-2026' }, "RB-2026 is the law, not an office's own rulebook"],
    [{ overlay: 'RB-MANUAL' }, "RB-MANUAL is an office's own rulebook, not a local rule"],
    [{ overlay: 'OV-NONE' }, 'there is no rulebook OV-NONE'],
    [{ procedure: 'ours' }, 'procedure is "ours"; it is statutory or internal'],
    [{ internalRulebook: 'RB-TERMS', procedure: 'internal' }, 'RB-TERMS has terms only'],
    [{ contact: { phone: 12301 } }, 'contact has a phone and an address, each a text'],
    [{ officeHours: { opens: '17:00', closes: '09:00' } }, 'officeHours are {"opens": "09:00"'],
    [{ officeHours: '09:00-17:00' }, 'officeHours are {"opens": "09:00"'],
    [{ retention: [] }, 'retention is a list of classes'],
    [{ retention: [{ class: '定期', years: 0 }] }, 'retention is a list of classes'],
    [{ retention: [{ class: '定期', years: 1.5 }] }, 'retention is a list of classes'],
    [{ retention: [{ class: '', years: 10 }] }, 'retention is a list of classes'],
    [
      {
        retention: [
          { class: 'a', years: 10 },
          { class: 'a', years: 30 },
        ],
      },
      'two classes of retention have the same name',
    ],
  ])('cannot be %j', (change, why) => {
    expect(() => listOf(change)).toThrow(`office yunhai: ${why}`);
  });
});
