import type { Instant, Sealed } from '#kernel';
import type { AgentPower, RecusalApplicant, RecusalGround } from './facts.js';

/** Who acts for the complainants, and who of the office must not (代理、代表人、回避). */
export interface PeopleCommands {
  AuthoriseAgent: {
    readonly agentId: string;
    readonly principals: readonly string[];
    readonly name: Sealed;
    readonly phone?: Sealed;
    readonly powers: readonly AgentPower[];
    readonly powerOfAttorney: Sealed;
    readonly authorisedAt?: Instant;
  };
  RevokeAgent: { readonly agentId: string; readonly revokedAt?: Instant };
  ElectRepresentatives: {
    readonly representatives: readonly string[];
    readonly consents: readonly string[];
    readonly electedAt?: Instant;
  };
  RequestRecusal: {
    readonly recusalId: string;
    readonly person: string;
    readonly ground: RecusalGround;
    readonly reason: Sealed;
    readonly applicant: RecusalApplicant;
    readonly requestedAt?: Instant;
  };
  DecideRecusal: { readonly recusalId: string; readonly granted: boolean; readonly reason: Sealed };
}
