import type { JsonValue } from '#kernel';
import type { Words } from './catalogue.js';

const REASONS = {
  'token-missing': { zh: '请求没有携带访问令牌。', en: 'The request carries no access token.' },
  'token-malformed': { zh: '访问令牌格式不正确。', en: 'The access token is not in the expected form.' },
  'token-expired': {
    zh: '访问令牌已过期或尚未生效。',
    en: 'The access token has expired or is not valid yet.',
  },
  'token-forged': {
    zh: '访问令牌不是由受信任的签发方签发的。',
    en: 'The access token was not signed by the issuer that is trusted here.',
  },
  'token-wrong-audience': {
    zh: '访问令牌不是发给本系统的。',
    en: 'The access token is not meant for this service.',
  },
} as const satisfies Record<string, Words>;

/** Why a request counts as not signed in; stands as `facts.reason` of the problem `unauthenticated`. */
export type SignInReason = keyof typeof REASONS;

/** The sentence for a reason; a general one when it is none of ours. */
export function signInWords(reason: JsonValue | undefined): Words {
  const known = typeof reason === 'string' && Object.hasOwn(REASONS, reason);
  return known ? REASONS[reason as SignInReason] : { zh: '请先登录。', en: 'Please sign in.' };
}
