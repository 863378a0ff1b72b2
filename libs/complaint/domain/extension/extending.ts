import type { TermRule } from '#rulebook';
import type { Answer, Thing } from '../case/act.js';
import type { CommandOf } from '../case/commands.js';
import { officeOfActor, type Context } from '../case/context.js';
import { checkWhen } from '../case/happenings.js';
import { no, type ComplaintRefusal } from '../case/refusals.js';
import type { RegisteredComplaint } from '../case/state.js';
import { unfold } from '../case/unfold.js';
import type { Clock } from '../clocks/clock.js';
import { extended, hadTimeLeft } from '../clocks/extending.js';
import { ruleOf } from '../clocks/rule.js';
import { isSuperseded } from '../clocks/ledger.js';
import type { Extension } from './facts.js';

/** In which a term may grow: one that has run out by what was granted in time and is recorded late. */
const MAY_GROW: readonly Clock['status'][] = ['running', 'paused', 'missed'];

/** Terms that can be longer by leave of a superior office or of the own head, each with what its rule grants. */
function growing(state: RegisteredComplaint, context: Context) {
  return state.clocks.flatMap((clock) => {
    const rule = MAY_GROW.includes(clock.status) ? ruleOf(state, clock, context)?.extension : undefined;
    return rule === undefined || rule.by === 'referrer' ? [] : [{ clock, rule }];
  });
}

/** A11: some term of the case can be longer. */
export function someTermCanBeLonger(state: RegisteredComplaint, context: Context): ComplaintRefusal | null {
  return growing(state, context).length > 0 ? null : no('no-term-can-be-longer');
}

/** A11: each term that can be longer, and what stands against asking for it: a request that waits, or one that was granted. */
export function eachTermThatCanBeLonger(state: RegisteredComplaint, context: Context): Thing[] {
  const terms = growing(state, context).map(({ clock, rule }) => ({
    parameters: { clock: clock.clock },
    refusal: isFree(state, clock, rule.times),
  }));
  return terms.length > 0 ? terms : [{ parameters: {} }];
}

/**
 * A11: the handler asks for more time before the term has run out, where the rulebook knows an extension of it, once
 * as often as the rulebook says, and for no more days.
 */
export function requestExtension(
  state: RegisteredComplaint,
  data: CommandOf<'RequestExtension'>['data'],
  context: Context,
): Answer {
  const { extensionId, days, reason, requestedAt = context.now } = data;
  if (extensionsOf(state).some((one) => one.extensionId === extensionId)) return [];
  const clock = state.clocks.find((one) => one.clock === data.clock);
  if (!clock) return no('term-not-found', { clock: data.clock });
  const rule = ruleOf(state, clock, context)?.extension;
  if (!rule) return noExtension(clock);
  if (rule.by === 'referrer') return no('extension-is-for-another-to-grant', { granter: rule.by });
  const refusal =
    isFree(state, clock, rule.times) ??
    checkWhen('requestedAt', requestedAt, clock.startAt, context) ??
    (hadTimeLeft(clock, requestedAt) ? null : runOut(clock)) ??
    isWithin(clock, days, rule);
  if (refusal) return refusal;
  const asked = { extensionId, clock: clock.clock, code: clock.code, granter: rule.by, days, reason };
  const by = { requestedBy: context.actor.id, requestedAt };
  return [{ type: 'ExtensionRequested', data: { ...asked, ...by } }];
}

function extensionsOf({ extensions = [] }: RegisteredComplaint): readonly Extension[] {
  return extensions;
}

function noExtension({ clock, rulebook, article }: Clock): ComplaintRefusal {
  return no('no-extension-in-rulebook', { clock, rulebook, article });
}

function runOut({ clock, dueOn }: Clock): ComplaintRefusal {
  return no('term-has-run-out', { clock, dueOn });
}

/** One request at a time, and no more of them granted than the rulebook says; what came along with the term is one. */
function isFree(
  state: RegisteredComplaint,
  { clock, extended: given = 0 }: Clock,
  times: number,
): ComplaintRefusal | null {
  const known = extensionsOf(state).filter((one) => one.clock === clock);
  const open = known.find(({ answer }) => answer === undefined);
  if (open) return no('extension-asked-already', { requestedAt: open.requestedAt });
  const granted = known.filter(({ answer }) => answer?.granted);
  const carried = granted.reduce((days, one) => days - one.days, given) > 0 ? 1 : 0;
  return granted.length + carried >= times ? no('extension-granted-already', { times }) : null;
}

/** A11: no request, and not all of them together, for more than the rulebook allows. */
function isWithin(
  { extended: given = 0 }: Clock,
  days: number,
  { max, times }: NonNullable<TermRule['extension']>,
): ComplaintRefusal | null {
  const most = Math.min(max, max * times - given);
  return Number.isInteger(days) && days >= 1 && days <= most
    ? null
    : no('more-time-beyond-maximum', { days, most });
}

/** The requests that wait for an answer; one for a term that was left for other rulebooks ended with it. */
export function openExtensions(state: RegisteredComplaint): readonly Extension[] {
  return extensionsOf(state).filter((asked) => asked.answer === undefined && !hasEnded(state, asked));
}

function hasEnded({ clocks }: RegisteredComplaint, asked: Extension): boolean {
  return clocks.some((clock) => clock.clock === asked.clock && isSuperseded(clock));
}

/** Who answers: the superior office itself; the own head; or somebody here who has the superior's letter. */
export type Answering = 'superior' | 'head' | 'letter';

/** Whether a request is for them to answer, and whether this person may: never the one who asked. */
export function canBeAnswered(
  state: RegisteredComplaint,
  { granter, requestedBy }: Extension,
  by: Answering,
  { actor, offices }: Context,
): ComplaintRefusal | null {
  if ((granter === 'office-head') !== (by === 'head'))
    return no('extension-is-for-another-to-grant', { granter });
  const [superior] = offices.superiorsOf(state.registration.office);
  if (by === 'letter' && superior !== undefined) return no('superior-answers-itself', { office: superior });
  return actor.id === requestedBy ? no('extension-approver-is-author', { requestedBy }) : null;
}

/**
 * A11: granted before the term has run out, or not at all: a request that nobody answered in time is not granted. What
 * was granted in time and is recorded late counts from when it was granted.
 */
export const answerExtension =
  (by: Answering) =>
  (
    state: RegisteredComplaint,
    data: CommandOf<'RecordExtensionAnswer' | 'AnswerExtension'>['data'],
    context: Context,
  ): Answer => {
    const asked = extensionsOf(state).find(({ extensionId }) => extensionId === data.extensionId);
    if (!asked) return no('extension-not-found', { extensionId: data.extensionId });
    const { granted, decidedAt = context.now } = data;
    if (asked.answer)
      return asked.answer.by === context.actor.id && asked.answer.granted === granted
        ? []
        : no('extension-answered-already', { granted: asked.answer.granted });
    if (hasEnded(state, asked)) return no('extension-ended-by-move', { clock: asked.clock });
    const refusal =
      canBeAnswered(state, asked, by, context) ??
      checkWhen('decidedAt', decidedAt, asked.requestedAt, context);
    return refusal ?? answered(state, asked, { ...data, decidedAt }, context);
  };

function answered(
  state: RegisteredComplaint,
  { extensionId, clock: name, days }: Extension,
  data: CommandOf<'AnswerExtension'>['data'] & { readonly decidedAt: string; readonly letter?: string },
  context: Context,
): Answer {
  const { granted, decidedAt, reason, letter } = data;
  const { actor } = context;
  const said = {
    ...{ extensionId, clock: name, days, by: actor.id, byOffice: officeOfActor(actor), decidedAt },
    ...(reason ? { reason } : {}),
    ...(letter === undefined ? {} : { letter }),
  };
  if (!granted) return [{ type: 'ExtensionRefused', data: said }];
  const clock = state.clocks.find((one) => one.clock === name);
  if (!clock) return no('term-not-found', { clock: name });
  if (!ruleOf(state, clock, context)?.extension) return noExtension(clock);
  if (!hadTimeLeft(clock, decidedAt)) return runOut(clock);
  return unfold(state, [{ type: 'ExtensionApproved', data: said }], extended(state, clock, days, context));
}
