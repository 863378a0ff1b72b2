import { v5 as uuidv5 } from 'uuid';
import type { InvestigationAct, InvestigationCommands, Liability } from '../../domain/index.js';
import { wording, type Wordings } from './wording.js';

/** A record of an investigation in clear (G22). */
export interface RecordInput {
  readonly act: InvestigationAct;
  readonly heldAt?: string;
  readonly place: string;
  readonly investigators: readonly string[];
  /** Name of who was questioned; personal. */
  readonly person?: string;
  readonly record: string;
  readonly readOver?: boolean;
  readonly signed: boolean;
  readonly refusal?: string;
}

/** The facts found, in clear (G23). */
export interface FactsInput {
  readonly establishedAt?: string;
  readonly facts: string;
  readonly records: readonly string[];
  readonly liability: readonly {
    readonly pointId: string;
    readonly liability: Liability;
    readonly reasons: string;
  }[];
}

export const investigationWording = {
  OpenInvestigation: wording((said: InvestigationCommands['OpenInvestigation']) => said, 'openedAt'),
  SummonPerson: wording(
    async (
      {
        person,
        appointedFor,
        place,
      }: { readonly person: string; readonly appointedFor: string; readonly place: string },
      { seal, request },
    ) => ({
      summonsId: uuidv5('summons', request.commandId),
      person: await seal('summons.person', person),
      appointedFor,
      place: await seal('summons.place', place),
    }),
  ),
  CommissionInvestigation: wording(
    async (
      { office, matters }: { readonly office: string; readonly matters: string },
      { seal, request },
    ) => ({
      commissionId: uuidv5('commission', request.commandId),
      office,
      matters: await seal('commission.matters', matters),
    }),
  ),
  IdentifyDisputePoints: wording(
    async (
      {
        points,
      }: {
        readonly points: readonly {
          readonly point: string;
          readonly complainant: string;
          readonly respondent: string;
        }[];
      },
      { seal, request },
    ) => ({
      points: await Promise.all(
        points.map(async ({ point, complainant, respondent }, index) => ({
          pointId: uuidv5(`dispute-point/${String(index)}`, request.commandId),
          point: await seal('dispute.point', point),
          complainant: await seal('dispute.complainant', complainant),
          respondent: await seal('dispute.respondent', respondent),
        })),
      ),
    }),
  ),
  RecordInvestigation: wording(
    async ({ place, person, record, refusal, ...rest }: RecordInput, { seal, request }) => ({
      ...rest,
      recordId: uuidv5('investigation-record', request.commandId),
      place: await seal('investigation.place', place),
      record: await seal('investigation.record', record),
      ...(person === undefined ? {} : { person: await seal('investigation.person', person) }),
      ...(refusal === undefined ? {} : { refusal: await seal('investigation.refusal', refusal) }),
    }),
    'heldAt',
  ),
  EstablishFacts: wording(
    async ({ facts, liability, ...rest }: FactsInput, { seal }) => ({
      ...rest,
      facts: await seal('facts.established', facts),
      liability: await Promise.all(
        liability.map(async ({ reasons, ...finding }) => ({
          ...finding,
          reasons: await seal('facts.liability', reasons),
        })),
      ),
    }),
    'establishedAt',
  ),
} satisfies Wordings<InvestigationCommands>;
