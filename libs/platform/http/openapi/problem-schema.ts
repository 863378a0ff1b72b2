const WORDS = {
  type: 'object',
  properties: { title: { type: 'string' }, detail: { type: 'string' }, remedy: { type: 'string' } },
  required: ['title', 'remedy'],
};
const BOTH = (value: object) => ({
  type: 'object',
  properties: { zh: value, en: value },
  required: ['zh', 'en'],
});

/** Schema of a problem document (RFC 9457 with our extensions). */
export const PROBLEM_SCHEMA = {
  type: 'object',
  description:
    'RFC 9457. `title`, `detail` and `remedy` are in the language of Accept-Language; `messages` has both.',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    remedy: { type: 'string' },
    code: { type: 'string' },
    instance: { type: 'string' },
    traceId: { type: 'string' },
    rules: { type: 'array', items: { type: 'string' } },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          in: { type: 'string', enum: ['body', 'query', 'header', 'path'] },
          pointer: { type: 'string' },
          code: { type: 'string' },
          messages: BOTH({ type: 'string' }),
        },
        required: ['in', 'pointer', 'code', 'messages'],
      },
    },
    facts: { type: 'object' },
    messages: BOTH(WORDS),
  },
  required: [
    'type',
    'title',
    'status',
    'remedy',
    'code',
    'instance',
    'traceId',
    'rules',
    'errors',
    'facts',
    'messages',
  ],
};
