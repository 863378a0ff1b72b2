import type { CommandOf } from '../case/commands.js';
import type { Context } from '../case/context.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { designatedHere } from '../handover/receiving.js';
import { MOST_RETURNS, returnsFrom } from '../jurisdiction/dispute.js';
import type { Jurisdiction, Review } from './facts.js';

type Data = CommandOf<'DecideAcceptance'>['data'];
type Awaiting = Extract<RegisteredComplaint, { readonly phase: 'awaiting-approval' }>;

interface Receiver {
  readonly receiver?: string;
  readonly receiverOffice?: string;
}

/** Who gets the case: whom the leader names, or whom the review found competent. */
export function receiverOf(review: Review, data: Data, { offices }: Context): Receiver {
  const named = data.receiver !== undefined || data.receiverOffice !== undefined;
  const office = named ? data.receiverOffice : review.competentOffice;
  const name = (named ? data.receiver : review.competent) ?? (office && offices.find(office)?.name.zh);
  return {
    ...(name === undefined ? {} : { receiver: name }),
    ...(office === undefined ? {} : { receiverOffice: office }),
  };
}

/** G12, G13: the decision fits what was found of jurisdiction, and somebody gets the case who can. */
export function checkReceiver(state: Awaiting, data: Data, context: Context): ComplaintRefusal | null {
  const { jurisdiction } = state.review;
  const allowed = ALLOWED[data.outcome] ?? [];
  if (!allowed.includes(jurisdiction)) {
    return no('outcome-contradicts-jurisdiction', { outcome: data.outcome, jurisdiction });
  }
  const designatedBy = designatedHere(state);
  if (designatedBy !== undefined) return no('designated-case-stays', { designatedBy });
  const { receiver, receiverOffice } = receiverOf(state.review, data, context);
  if (receiver === undefined && receiverOffice === undefined) return no('receiver-missing');
  return receiverOffice === undefined ? null : checkOffice(state, data, receiverOffice, context);
}

const ALLOWED: Readonly<Partial<Record<Data['outcome'], readonly Jurisdiction[]>>> = {
  transfer: ['other-department', 'other-tourism-office'],
  'refer-down': ['lower-level'],
};

/** An office of this installation: below us for a referral and nowhere below us for a transfer; no going in circles. */
function checkOffice(
  state: Awaiting,
  { outcome }: Data,
  office: string,
  { offices }: Context,
): ComplaintRefusal | null {
  const own = state.registration.office;
  const tourism = state.review.jurisdiction !== 'other-department';
  if (offices.find(office) === undefined || office === own || !tourism) {
    return no('receiver-not-an-office', { office });
  }
  const below = offices.isAbove(own, office);
  if (outcome === 'refer-down' && !below) return no('receiver-not-below', { office });
  if (outcome === 'transfer' && below) return no('receiver-is-below', { office });
  const route = state.registration.origin?.route ?? [];
  if (route.includes(office)) return no('receiver-had-the-case', { route: [...route] });
  const returns = returnsFrom(state, office);
  return outcome === 'transfer' && returns >= MOST_RETURNS
    ? no('receiver-returned-it-twice', { office, returns })
    : null;
}
