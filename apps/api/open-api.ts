import type { OpenApiInfo } from '#platform/http';

/** What `docs/openapi.json` says of the interface as a whole. */
export const OPEN_API: OpenApiInfo = {
  title: 'Tousu',
  version: '1.0.0',
  description:
    'Case management for the offices that handle tourism complaints in China. Every act is a sub-resource of its ' +
    'case; send If-Match with the ETag you read and a new Idempotency-Key. Refusals are problem documents ' +
    '(RFC 9457) in Chinese and English that name the rule and what can be done instead.',
  tags: [
    { name: 'complaints', description: 'Registering a complaint, and reading one as it is or as it was' },
    { name: 'procedure', description: 'What people do with a complaint, from the review to the reply' },
    {
      name: 'closing',
      description: 'How a case is closed, put away, taken up again, and destroyed after its term',
    },
    { name: 'people', description: 'Agents, representatives, and who stands aside' },
    { name: 'evidence', description: 'Files: attached, given out, struck' },
    {
      name: 'offices',
      description: 'Referred, transferred, returned, designated; what a superior office does',
    },
    { name: 'documents', description: 'Drafted, issued, sent, served' },
    {
      name: 'operator-cases',
      description: 'Complaints against an operator, as it sees and answers them once they have been served',
    },
    {
      name: 'operator-register',
      description: "An operator's own register of the complaints that are brought to it",
    },
    { name: 'lists', description: 'The register, the work by urgency, the deadlines' },
    {
      name: 'calendar',
      description: 'Which days work: the notices on public holidays, and what a new one moves',
    },
    { name: 'due-dates', description: 'When is it due? Open to everybody' },
    { name: 'evaluation', description: 'The movable clock of the evaluation profile' },
    { name: 'system', description: 'How the machinery stands' },
    { name: 'health', description: 'For whoever watches the process' },
    { name: 'problems', description: 'What each problem code means' },
  ],
};
