import type { Instant, Sealed } from '#kernel';
import type { Agent, Recusal } from './facts.js';

/** Who acts for the complainants, and who of the office must not (代理、代表人、回避). */
export interface PeopleCommands {
  AuthoriseAgent: Omit<Agent, 'authorisedAt' | 'recordedBy' | 'from' | 'revokedAt'> & {
    readonly authorisedAt?: Instant;
  };
  RevokeAgent: { readonly agentId: string; readonly revokedAt?: Instant };
  ElectRepresentatives: {
    readonly representatives: readonly string[];
    readonly consents: readonly string[];
    readonly electedAt?: Instant;
  };
  RequestRecusal: Omit<Recusal, 'requestedAt' | 'recordedBy' | 'decision'> & {
    readonly requestedAt?: Instant;
  };
  DecideRecusal: { readonly recusalId: string; readonly granted: boolean; readonly reason: Sealed };
}
