import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayInChina, isRefusal } from '#kernel';
import { NumberRegister, Streams, type Attempt } from '#platform/event-sourcing';
import { PersonalData } from '#platform/personal-data';
import { Shelf } from '#rulebook';
import { v5 as uuidv5 } from 'uuid';
import {
  claimsAsked,
  complaintDecider,
  isNotDestroyed,
  lettersOf,
  pinnedOf,
  representativesOf,
  type Actor,
  type CommandOf,
  type ComplaintCommand,
  type Letter,
  type Opening,
  type RegisteredComplaint,
} from '../../domain/index.js';
import { Cases } from '../cases.js';
import { complaintNumber } from '../complaint-number.js';
import { Offices } from '../offices.js';
import { pinnedRulebooks } from '../pinned-rulebooks.js';
import { COMPLAINT_STREAM } from '../stream.js';
import { PassOn } from './pass-on.command.js';
import { resealed } from './reseal.js';

type Telling = Extract<Letter, { readonly note: unknown }>;

/** The id of the case that one case opens elsewhere: the same however often it is asked. */
const openedId = (seed: string, complaintId: string): string => uuidv5(`open/${seed}`, complaintId);

@CommandHandler(PassOn)
export class PassOnHandler implements ICommandHandler<PassOn, void> {
  constructor(
    private readonly streams: Streams,
    private readonly cases: Cases,
    private readonly personal: PersonalData,
    private readonly numbers: NumberRegister,
    private readonly offices: Offices,
    private readonly rulebooks: Shelf,
  ) {}

  /** Killed anywhere and begun again: ids come from the event, so each case is opened and told once. */
  async execute({ complaintId, revision, eventId }: PassOn): Promise<void> {
    const { state, records } = await this.streams.load(COMPLAINT_STREAM, complaintId, { revision });
    const record = records.at(-1);
    if (state.phase === 'unregistered' || record?.recorded.revision !== revision) {
      throw new Error(`complaint ${complaintId} has no event ${revision}`);
    }
    for (const [index, letter] of lettersOf(state, record.event).entries()) {
      if ('open' in letter) await this.open(letter.open, state);
      else await this.tell(letter, state, uuidv5(`note/${index}`, eventId));
    }
  }

  private async open(opening: Opening, source: RegisteredComplaint): Promise<void> {
    const complaintId = openedId(opening.seed, source.registration.complaintId);
    const attempt = this.attempt(uuidv5('opened', complaintId), opening.office, opening.origin.sentAt);
    const outcome = await this.streams.decide(COMPLAINT_STREAM, complaintId, attempt, {
      command: async () => {
        const context = this.cases.context(attempt.actor, attempt.now, opening.office);
        const command = await this.registration(complaintId, opening, source, attempt);
        const refusal = complaintDecider.decide(command, complaintDecider.initial, context);
        if (isRefusal(refusal)) return refusal;
        const office = this.offices.office(opening.office);
        const number = await complaintNumber(this.numbers, office, complaintId, attempt);
        return { command: { ...command, data: { ...command.data, number } }, context };
      },
    });
    expectDone(outcome, `the case ${complaintId} at ${opening.office} was not opened`);
  }

  /**
   * The complaint as it was entered where it comes from, without what was waived since (G53), under the new office's
   * rulebook and the same law.
   */
  private async registration(
    complaintId: string,
    { office, origin }: Opening,
    source: RegisteredComplaint,
    attempt: Attempt,
  ): Promise<{ readonly type: 'RegisterComplaint'; readonly data: CommandOf<'RegisterComplaint'>['data'] }> {
    await this.personal.openSubject(complaintId);
    const { registration } = source;
    const { complainants, respondent, contract, harmDivision } = registration;
    const claims = claimsAsked(source).map(({ kind, details }) => ({ kind, details }));
    const receivedAt = attempt.happenedAt ?? attempt.now;
    const { facts, evidence } = await resealed(
      this.personal,
      { facts: registration.facts, evidence: registration.evidence },
      registration.complaintId,
      complaintId,
    );
    return {
      type: 'RegisterComplaint',
      data: {
        complaintId,
        number: '',
        office,
        channel: 'transferred',
        receivedAt,
        representatives: representativesOf(source),
        ...{ complainants, respondent, contract, harmDivision, facts, claims, evidence },
        rulebooks: pinnedRulebooks(
          this.rulebooks,
          this.offices.office(office),
          dayInChina(receivedAt),
          pinnedOf(source).statutory,
        ),
        origin,
      },
    };
  }

  private async tell({ to, note }: Telling, source: RegisteredComplaint, commandId: string): Promise<void> {
    const from = source.registration.complaintId;
    const complaintId = 'complaintId' in to ? to.complaintId : openedId(to.openedWith, from);
    const loaded = await this.streams.load(COMPLAINT_STREAM, complaintId);
    const { state } = loaded;
    if (state.phase === 'unregistered') throw new Error(`there is no case ${complaintId} to be told`);
    // Its texts are gone for good: there is nothing left to note anything in.
    if (isNotDestroyed(state)) return;
    const { office } = state.registration;
    const attempt = this.attempt(commandId, office);
    const outcome = await this.streams.decide(COMPLAINT_STREAM, complaintId, attempt, {
      command: async () => ({
        command: await resealed<ComplaintCommand>(this.personal, note, from, complaintId),
        context: this.cases.context(attempt.actor, attempt.now, office),
      }),
    });
    expectDone(outcome, `the case ${complaintId} was not told of ${note.type}`);
  }

  private attempt(
    commandId: string,
    office: string,
    happenedAt?: string,
  ): Attempt & { readonly actor: Actor } {
    return {
      commandId,
      actor: { id: 'system', roles: ['system'], office },
      now: this.cases.now(),
      happenedAt,
    };
  }
}

function expectDone(
  outcome: { readonly outcome: string; readonly refusal?: object },
  otherwise: string,
): void {
  if (outcome.outcome === 'done') return;
  throw new Error(`${otherwise}: ${JSON.stringify(outcome.refusal ?? outcome.outcome)}`);
}
