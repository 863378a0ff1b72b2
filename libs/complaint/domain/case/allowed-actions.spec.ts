import { describe, expect, it } from '@jest/globals';
import { possibleActions } from './allowed-actions.js';
import { ASIDE } from '../fixture/aside.js';
import { Journey, cn, contextAt, type Person } from '../fixture/complaint.js';

const shown = (journey: Journey, by: Person, at: string) =>
  possibleActions(journey.state, contextAt(cn(at), by)).map(({ action, documentKind, refusal }) => [
    documentKind ? `${action} ${documentKind}` : action,
    refusal?.refused ?? 'possible',
  ]);
/** Without what can be done beside everything else. */
const possible = (journey: Journey, by: Person, at: string) =>
  shown(journey, by, at)
    .filter(
      ([action, answer]) =>
        answer === 'possible' && !(ASIDE as readonly (string | undefined)[]).includes(action),
    )
    .map(([action]) => action);

describe('what can be done now', () => {
  it('follows the case from hand to hand', () => {
    const journey = new Journey().registered('2025-04-15');
    expect(possible(journey, 'registrar', '2025-04-15')).toEqual(['BeginReview']);
    journey.underReview('2025-04-15');
    expect(possible(journey, 'registrar', '2025-04-15')).toEqual([
      'BeginReview',
      'RequestSupplement',
      'CompleteReview',
    ]);
    journey.reviewed('2025-04-16');
    expect(possible(journey, 'registrar', '2025-04-16')).toEqual([]);
    expect(possible(journey, 'leader', '2025-04-16')).toEqual(['ReturnReview', 'DecideAcceptance']);
    journey.filed('2025-04-17');
    expect(possible(journey, 'officer', '2025-04-17')).toEqual([
      'AssignHandlers',
      'RecordOralNotice',
      'PauseForAppraisal',
      'PauseAtPartiesRequest',
      'DraftDocument D04',
      'DraftDocument D05',
    ]);
    journey.drafted('D04', '2025-04-17');
    expect(possible(journey, 'head', '2025-04-17')).toEqual(['AssignHandlers', 'IssueDocument D04']);
    journey.does('head', '2025-04-17', { type: 'IssueDocument', data: { documentId: 'D04', number: '1' } });
    expect(possible(journey, 'officer', '2025-04-17')).toEqual([
      'AssignHandlers',
      'PauseForAppraisal',
      'PauseAtPartiesRequest',
      'DraftDocument D05',
      'SendDocument D04',
      'RecordServiceAttempt D04',
      'RecordService D04',
    ]);
  });

  it('says for everything else which rule stands against it', () => {
    const answers = Object.fromEntries(
      shown(new Journey().registered('2025-04-15').reviewed('2025-04-16'), 'registrar', '2025-04-16'),
    );
    expect(answers).toMatchObject({
      BeginReview: 'action-not-in-this-phase',
      DecideAcceptance: 'decider-reviewed-the-case',
      ReturnReview: 'decider-reviewed-the-case',
      'DraftDocument D04': 'action-not-in-this-phase',
    });
  });
});
