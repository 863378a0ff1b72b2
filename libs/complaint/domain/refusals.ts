import { refuse, type JsonObject, type Refusal } from '#kernel';

/** Every reason for which a complaint's rules say no, with the rules it rests on. */
export const COMPLAINT_REFUSALS = {
  'complaint-not-found': [],
  'complaint-already-registered': ['G01'],
  'action-not-in-this-phase': [],
  'registration-incomplete': ['G02'],
  'representatives-not-as-required': ['G53'],
  'happened-in-the-future': [],
  'happened-too-early': [],
  'review-is-another-persons': ['G03'],
  'supplement-names-nothing': ['G08'],
  'supplement-not-asked-for': ['G08'],
  'review-point-incomplete': ['G04', 'G05', 'G06', 'G07'],
  'limitation-not-assessed': ['G07', 'A07'],
  'decider-reviewed-the-case': ['G09'],
  'registrar-rejects-own-registration': ['G09'],
  'acceptance-conditions-not-met': ['G04', 'G05', 'G06', 'G07'],
  'rejection-needs-reason': ['G11', 'G51'],
  'rejection-needs-remedies': ['G52'],
  'supplement-must-be-asked-first': ['G08', 'A17'],
  'supplement-still-awaited': ['G08', 'A17'],
  'rejection-reason-contradicts-review': ['G51'],
  'receiver-missing': ['G12', 'G13'],
  'outcome-contradicts-jurisdiction': ['G04'],
  'handlers-missing': ['G10'],
  'not-a-handler': ['G10'],
  'filing-not-requested': ['G14'],
  'filing-already-requested': ['G14'],
  'filing-approver-is-author': ['G14'],
  'document-not-for-this-case': [],
  'document-not-found': [],
  'document-superseded': [],
  'document-already-issued': [],
  'document-not-issued': [],
  'document-already-served': [],
  'issuer-is-drafter': [],
  'case-not-filed': ['G14'],
  'service-incomplete': ['G15', 'G16'],
  'reply-not-awaited': ['G17'],
  'reply-already-received': ['G17'],
  'reply-incomplete': ['G18', 'A10'],
  'referral-not-served': ['G12'],
  'transfer-not-sent': ['G13'],
  'complainant-not-in-case': [],
  'disclosure-of-another-day': [],
} as const;

export type ComplaintRefusalCode = keyof typeof COMPLAINT_REFUSALS;
export type ComplaintRefusal = Refusal<ComplaintRefusalCode>;

/** Refuses with the rules that the code rests on. `facts` never hold personal data. */
export function no(code: ComplaintRefusalCode, facts: JsonObject = {}): ComplaintRefusal {
  return refuse(code, COMPLAINT_REFUSALS[code], facts);
}
