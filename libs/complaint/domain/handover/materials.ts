import type { ComplaintCommand } from '../case/commands.js';
import type { RegisteredComplaint } from '../case/state.js';
import type { CaseAt } from './origin.js';

/** A file or an agent that goes along with a case: nobody has to hand it in, or show it, again (H02). */
export type Material = Extract<ComplaintCommand, { readonly type: 'NoteEvidence' | 'NoteAgent' }>;

/**
 * What the complainants and the respondent have handed in, what the office has collected, and who acts for complainants
 * (移送材料). What was attached by mistake stays where it is.
 * @param only id of a file or an agent; everything unless told
 */
export function materialsOf(state: RegisteredComplaint, only?: string): Material[] {
  const { complaintId, office } = state.registration;
  const from: CaseAt = { complaintId, office };
  const isMeant = (id: string) => only === undefined || only === id;
  const files = (state.attachments ?? [])
    .filter(({ attachmentId, struck }) => !struck && isMeant(attachmentId))
    .map((attachment): Material => ({ type: 'NoteEvidence', data: { from, attachment } }));
  const agents = (state.agents ?? [])
    .filter(({ agentId }) => isMeant(agentId))
    .map((agent): Material => ({ type: 'NoteAgent', data: { from, agent } }));
  return [...files, ...agents];
}
