import type { Instant, Sealed } from '#kernel';
import type { Agent, Recusal } from './facts.js';

/** Who acts for the complainants, and who of the office must not (代理、代表人、回避). */
export interface PeopleEvents {
  AgentAuthorised: Omit<Agent, 'revokedAt'>;
  AgentRevoked: { readonly agentId: string; readonly revokedAt: Instant; readonly recordedBy: string };
  /** `consents`: subjects of the complainants who agreed, all of them (G53). */
  RepresentativesElected: {
    readonly representatives: readonly string[];
    readonly consents: readonly string[];
    readonly electedAt: Instant;
    readonly recordedBy: string;
  };
  RecusalRequested: Omit<Recusal, 'decision'>;
  RecusalDecided: {
    readonly recusalId: string;
    readonly person: string;
    readonly granted: boolean;
    readonly decidedBy: string;
    readonly decidedAt: Instant;
    readonly reason: Sealed;
  };
}
