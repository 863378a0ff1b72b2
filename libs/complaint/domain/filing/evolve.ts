import { decidedCase, type Evolving } from '../case/evolving.js';
import type { FilingEvents } from './events.js';

export const filingEvolve: Evolving<FilingEvents> = {
  HandlersAssigned: (state, { handlers }) => ({ ...decidedCase(state, 'HandlersAssigned'), handlers }),
  CaseFilingRequested: (state, { by, report }) => ({
    ...decidedCase(state, 'CaseFilingRequested'),
    filing: { requestedBy: by, report },
  }),
  CaseFiled: (state, { approvedBy }) => {
    const decided = decidedCase(state, 'CaseFiled');
    return { ...decided, filing: { ...decided.filing, approvedBy } };
  },
};
