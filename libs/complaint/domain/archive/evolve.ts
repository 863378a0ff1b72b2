import type { Evolving } from '../case/evolving.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { ArchiveEvents } from './events.js';
import type { Archive, Destruction } from './facts.js';

export const archiveEvolve: Evolving<ArchiveEvents> = {
  CaseArchived: (state, archive) => ({ ...state, archive }),
  DestructionProposed: (state, { by, at, reason }) =>
    withDestruction(state, { proposedBy: by, proposedAt: at, reason }),
  DestructionApproved: (state, { by, at }) =>
    withDestruction(state, { ...proposed(state), approvedBy: by, approvedAt: at }),
  CaseDestroyed: (state, { at }) => withDestruction(state, { ...proposed(state), destroyedAt: at }),
};

function withDestruction(state: RegisteredComplaint, destruction: Destruction): RegisteredComplaint {
  return { ...state, archive: { ...archived(state), destruction } };
}

function archived({ archive }: RegisteredComplaint): Archive {
  if (!archive) throw new Error('a volume destroyed that was never archived');
  return archive;
}

function proposed(state: RegisteredComplaint): Destruction {
  const { destruction } = archived(state);
  if (!destruction) throw new Error('a volume destroyed without a proposal');
  return destruction;
}
