import type { Instant, JsonObject, Sealed } from '#kernel';
import type { Phase } from '../case/phase.js';

/**
 * Official documents of this procedure (文书); the letter-number is the specification's, which gives none to a ruling
 * (D15R) and to what tells the complainant of a transfer or referral (D08C).
 */
export const DOCUMENT_KINDS = [
  'D04',
  'D05',
  'D06',
  'D07',
  'D08',
  'D08C',
  'D09',
  'D10',
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
  'D15R',
  'D16',
  'D17',
  'D18',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Whom a document is for (受送达人). */
export const ADDRESSEES = [
  'complainant',
  'respondent',
  'lower-office',
  'other-office',
  'other-department',
  'person-summoned',
  'bank',
] as const;
export type Addressee = (typeof ADDRESSEES)[number];

export interface DocumentRule {
  readonly title: { readonly zh: string; readonly en: string };
  /** Everybody who gets a copy of it (一式数份); nobody where it stays in the file. */
  readonly to: readonly Addressee[];
  /** In which phases it belongs to the case. */
  readonly phases: readonly Phase[];
  /** 类字 in the document number, e.g. 云旅投〔2026〕受3号. */
  readonly word: string;
  readonly rules: readonly string[];
}

/** One row a document: add a kind here and the compiler asks for its contents. D04 and D05 are two variants (A25). */
export const DOCUMENTS: Readonly<Record<DocumentKind, DocumentRule>> = {
  D04: {
    title: { zh: '旅游投诉受理通知书（投诉人）', en: 'Notice of acceptance (complainant)' },
    to: ['complainant'],
    phases: ['accepted', 'filed'],
    word: '受',
    rules: ['G15', 'A25'],
  },
  D05: {
    title: { zh: '旅游投诉受理通知书（被投诉人）', en: 'Notice of acceptance (respondent)' },
    to: ['respondent'],
    phases: ['accepted', 'filed'],
    word: '受被',
    rules: ['G16', 'A25'],
  },
  D06: {
    title: { zh: '旅游投诉不予受理通知书', en: 'Notice of rejection' },
    to: ['complainant'],
    phases: ['rejected'],
    word: '不受',
    rules: ['G11'],
  },
  D07: {
    title: { zh: '旅游投诉转办通知书', en: 'Notice of referral down' },
    to: ['lower-office'],
    phases: ['referred-down'],
    word: '转',
    rules: ['G12'],
  },
  D08: {
    title: { zh: '旅游投诉移送函', en: 'Letter of transfer' },
    to: ['other-department'],
    phases: ['transferred-out'],
    word: '移',
    rules: ['G13'],
  },
  D08C: {
    title: { zh: '旅游投诉移送（转办）告知书', en: 'Notice of a transfer or referral (complainant)' },
    to: ['complainant'],
    phases: ['transferred-out', 'referred-down', 'transfer-concluded', 'referral-concluded'],
    word: '移告',
    rules: ['G12', 'G13'],
  },
  D09: {
    title: { zh: '旅游投诉补正告知书', en: 'Request for supplement' },
    to: ['complainant'],
    phases: ['awaiting-supplement'],
    word: '补',
    rules: ['G08'],
  },
  D10: {
    title: { zh: '旅游投诉询问调查通知书', en: 'Summons to be questioned' },
    to: ['person-summoned'],
    phases: ['under-investigation'],
    word: '询',
    rules: ['G20'],
  },
  D11: {
    title: { zh: '调查取证委托书', en: 'Commission to take evidence' },
    to: ['other-office'],
    phases: ['under-investigation'],
    word: '委',
    rules: ['G55'],
  },
  D12: {
    title: { zh: '旅游投诉调解通知书', en: 'Call to mediation' },
    to: ['complainant', 'respondent'],
    phases: ['mediating'],
    word: '调通',
    rules: ['G27', 'G28'],
  },
  D13: {
    title: { zh: '协商解决书', en: 'Settlement of the parties' },
    to: [],
    phases: ['settled'],
    word: '协',
    rules: ['G26'],
  },
  D14: {
    title: { zh: '旅游投诉调解书', en: 'Mediation document' },
    to: ['complainant', 'respondent'],
    phases: ['agreed'],
    word: '调',
    rules: ['G29', 'G57'],
  },
  D15: {
    title: { zh: '旅游投诉终止调解书', en: 'Notice of termination of mediation' },
    to: ['complainant', 'respondent'],
    phases: ['terminated'],
    word: '终',
    rules: ['G57'],
  },
  D15R: {
    title: { zh: '旅游投诉处理决定书', en: 'Ruling' },
    to: ['complainant', 'respondent'],
    phases: ['ruled'],
    word: '决',
    rules: ['G30'],
  },
  D16: {
    title: { zh: '旅行社质量保证金赔偿决定书', en: 'Decision on the quality deposit' },
    to: ['complainant', 'respondent'],
    phases: ['deposit-decided'],
    word: '赔',
    rules: ['G31', 'G58'],
  },
  D17: {
    title: { zh: '划拨旅行社质量保证金决定书', en: 'Order to draw on the quality deposit' },
    to: ['bank', 'respondent', 'complainant'],
    phases: ['deposit-decided'],
    word: '划',
    rules: ['G31', 'G58'],
  },
  D18: {
    title: { zh: '旅游投诉撤销立案通知书', en: 'Notice of revocation of the filing' },
    to: ['complainant'],
    phases: ['revoked'],
    word: '撤',
    rules: ['G36'],
  },
};

/** Whom a document, or one copy of it, is for; nobody where it stays in the file. */
export function addresseeOf({ kind, addressee }: CaseDocument): Addressee | undefined {
  return addressee ?? DOCUMENTS[kind].to[0];
}

/** Ways of service (送达方式), by analogy to 民诉法 87–95. */
export const SERVICE_METHODS = ['direct', 'left', 'electronic', 'entrusted', 'mail'] as const;
export type ServiceMethod = (typeof SERVICE_METHODS)[number];

/** Who took the document (签收人与受送达人关系). */
export const RECIPIENT_RELATIONS = [
  'addressee',
  'adult-family-member',
  'legal-representative',
  'receiving-staff',
  'agent',
] as const;
export type RecipientRelation = (typeof RECIPIENT_RELATIONS)[number];

/** The service record (送达回证, D22), as somebody who served records it. */
export interface ServiceRecord {
  readonly method: ServiceMethod;
  readonly servedAt: Instant;
  readonly recipient: Sealed;
  readonly relation: RecipientRelation;
  readonly server: string;
  /** Number of the signed receipt, mail slip or electronic proof. */
  readonly receipt: string;
  /** Witnesses of a document left behind (留置送达). */
  readonly witnesses?: readonly Sealed[];
  /** Photographs or film of a document left behind, instead of witnesses. */
  readonly evidence?: readonly Sealed[];
  /** The addressee agreed to electronic service. */
  readonly consent?: boolean;
  /** Who serves in the office's stead (委托送达). */
  readonly entrustedTo?: string;
}

/** A service as the case keeps it. What was published (公告送达) nobody took: it has no recipient. */
export type Service = Omit<ServiceRecord, 'method' | 'recipient' | 'relation'> & {
  readonly method: ServiceMethod | 'publication';
  readonly recipient?: Sealed;
  readonly relation?: RecipientRelation;
};

/** Why an attempt to serve failed: taken by nobody (拒收、退回、无人、查无此人). */
export const ATTEMPT_OUTCOMES = ['refused', 'returned', 'nobody-there', 'unknown-at-address'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** An attempt to serve that failed (documents.md). */
export interface ServiceAttempt {
  readonly method: ServiceMethod;
  readonly attemptedAt: Instant;
  readonly outcome: AttemptOutcome;
  readonly server: string;
  readonly reason?: Sealed;
  readonly witnesses?: readonly Sealed[];
  readonly evidence?: readonly Sealed[];
}

/** Where a document can be published (公告). */
export const PUBLICATION_MEDIA = ['newspaper', 'website', 'notice-board'] as const;
export type PublicationMedium = (typeof PUBLICATION_MEDIA)[number];

/** Service by publication (公告送达): only when the addressee cannot be found. */
export interface Publication {
  readonly publishedAt: Instant;
  readonly medium: PublicationMedium;
  /** Issue and page, or the address of the web page. */
  readonly reference: string;
  readonly publishedBy: string;
}

/** A document in the life of a case: drafted → issued → sent or attempted → served → receipt on file. */
export interface CaseDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
  /** The one of several things of its kind that it is about: a summons, a commission, a session. */
  readonly about?: string;
  /** Where it is for several: whom this copy is for. */
  readonly addressee?: Addressee;
  /** The copy for the first of them, which is issued with all others. */
  readonly copyOf?: string;
  readonly draftedBy: string;
  readonly draftedAt: Instant;
  readonly contents: JsonObject;
  readonly superseded: boolean;
  /** The served one that named somebody wrongly, in whose place it is served anew (H17): the case goes by that one. */
  readonly inPlaceOf?: string;
  /** How many supplements had been asked for when it was drafted: a later request gets its own D09. */
  readonly requests: number;
  readonly number?: string;
  readonly issuedBy?: string;
  readonly issuedAt?: Instant;
  readonly sentAt?: Instant;
  readonly sentBy?: ServiceMethod;
  /** Attempts that failed, as they were recorded. */
  readonly attempts?: readonly ServiceAttempt[];
  readonly publication?: Publication;
  readonly service?: Service;
  /** When the signed receipt came into the file. */
  readonly receiptFiledAt?: Instant;
  /** Corrections of the parties that came after it was drafted: it names them as they were (H17). */
  readonly correctedSince?: readonly string[];
  /** Claims were waived after it was drafted: it still names them (G53). */
  readonly claimsWaivedSince?: true;
  /** Of a course of the case that had come to its end before the case was reopened. */
  readonly earlier?: true;
}

/** Notices that a simple matter lets be told by word of mouth (G52). */
export const ORAL_KINDS = ['D04', 'D06'] as const satisfies DocumentKind[];
export type OralKind = (typeof ORAL_KINDS)[number];

/** A notice told by word of mouth, recorded (口头告知, G52). */
export interface OralNotice {
  readonly kind: OralKind;
  readonly toldBy: string;
  readonly toldAt: Instant;
  readonly recipient: Sealed;
  readonly relation: RecipientRelation;
  /** In what words. */
  readonly words: Sealed;
  /** What allows it. */
  readonly rulebook: string;
  readonly article: string;
}
