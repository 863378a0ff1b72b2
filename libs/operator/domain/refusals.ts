import { refuse, type Instant, type JsonObject, type Refusal } from '#kernel';

/** Every reason for which the rules of a direct complaint say no, with the rules it rests on. */
export const DIRECT_COMPLAINT_REFUSALS = {
  'direct-complaint-not-found': [],
  'direct-complaint-already-received': ['B01'],
  'action-not-in-this-phase': [],
  'happened-in-the-future': [],
  'happened-too-early': [],
  'complaint-is-about-you': ['H17'],
  'person-is-complained-of': ['H17', 'B10'],
  'intake-incomplete': ['B02', 'B03'],
  'nothing-named-as-missing': ['B04'],
  'decline-needs-reason': ['B04'],
  'letter-not-answered': ['B04'],
  'not-responsible': ['B05'],
  'too-few-investigators': ['B10'],
  'outcome-needs-agreement': ['B06', 'B11'],
  'no-agreement-in-mediation': ['A24', 'B11'],
  'retention-too-short': ['B12', 'A16'],
  'retention-not-over': ['B12', 'A16'],
  'destruction-needs-second-person': ['A16'],
  'record-not-found': [],
  'correction-changes-nothing': ['H17'],
  'disclosure-of-another-day': [],
} as const;

export type DirectComplaintRefusalCode = keyof typeof DIRECT_COMPLAINT_REFUSALS;
export type DirectComplaintRefusal = Refusal<DirectComplaintRefusalCode>;

/** Refuses with the rules that the code rests on. `facts` never hold personal data. */
export function no(code: DirectComplaintRefusalCode, facts: JsonObject = {}): DirectComplaintRefusal {
  return refuse(code, DIRECT_COMPLAINT_REFUSALS[code], facts);
}

/** When a reported fact happened: not in the future, and not before what must have come first. */
export function checkWhen(
  field: string,
  at: Instant,
  notBefore: Instant,
  now: Instant,
): DirectComplaintRefusal | null {
  if (at > now) return no('happened-in-the-future', { field, at, now });
  if (at < notBefore) return no('happened-too-early', { field, at, notBefore });
  return null;
}
