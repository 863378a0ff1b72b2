import { decidedCase, type Evolving } from '../case/evolving.js';
import type { RegisteredComplaint } from '../case/state.js';
import { partedForReopening } from './earlier-course.js';
import type { ClosingEvents } from './events.js';
import type { Closing } from './facts.js';

export const closingEvolve: Evolving<ClosingEvents> = {
  ClosingRequested: (state, { by, at, ...form }) => {
    const decided = decidedCase(state, 'ClosingRequested');
    return {
      ...decided,
      closings: [...(decided.closings ?? []), { ...form, requestedBy: by, requestedAt: at }],
    };
  },
  ClosingApproved: (state, approved) => withLastClosing(state, { approved }),
  ClosingReturned: (state, { by, at, reason }) => withLastClosing(state, { returned: { by, at, reason } }),
  CaseClosed: (state) => decidedCase(state, 'CaseClosed'),
  CaseReopened: (state, data) => {
    const { standing, course } = partedForReopening(state, data.into);
    return { ...standing, reopenings: [...(standing.reopenings ?? []), { ...data, course }] };
  },
};

function withLastClosing(state: RegisteredComplaint, change: Partial<Closing>): RegisteredComplaint {
  const decided = decidedCase(state, 'a closing');
  const closings = decided.closings ?? [];
  return {
    ...decided,
    closings: closings.map((closing, index) =>
      index === closings.length - 1 ? { ...closing, ...change } : closing,
    ),
  };
}
