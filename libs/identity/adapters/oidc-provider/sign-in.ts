import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { errorPage, loginPage } from './pages.js';

const PATH = /^\/interaction\/[A-Za-z0-9_-]{1,100}$/;
const LONGEST_FORM = 4096;

export type PasswordCheck = (account: string, password: string) => boolean;

/** Compares hashes, so that neither the length nor the first wrong letter shows in the time it takes. */
export function passwordCheck(passwords: Readonly<Record<string, string>>): PasswordCheck {
  const hash = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
  return (account, password) => {
    const known = Object.hasOwn(passwords, account) ? passwords[account] : undefined;
    const equal = timingSafeEqual(hash(password), hash(known ?? 'nobody'));
    return known !== undefined && equal;
  };
}

/** Serves the sign-in page and what it posts, beside the provider's own routes. */
export function signIn(provider: Provider, mountPath: string, check: PasswordCheck) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    if (!PATH.test(ctx.path)) return void (await next());
    guard(ctx);
    try {
      await interact(provider, `${mountPath}${ctx.path}`, check, ctx);
    } catch (error) {
      const { status = 500, error: code = 'server_error' } = error as { status?: number; error?: string };
      ctx.status = status;
      ctx.body = errorPage(code);
      if (status >= 500) provider.emit('server_error', ctx, error);
    }
  };
}

async function interact(
  provider: Provider,
  action: string,
  check: PasswordCheck,
  ctx: KoaContextWithOIDC,
): Promise<void> {
  const { prompt, uid } = await provider.interactionDetails(ctx.req, ctx.res);
  if (!ctx.path.endsWith(`/${uid}`)) throw refusal(400, 'invalid_request');
  const finish = async (result: Parameters<Provider['interactionResult']>[2]): Promise<void> => {
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
    ctx.status = 303;
  };
  // Our own clients need no consent; a client that insists on being asked gets its answer at once.
  if (prompt.name === 'consent') return finish({ consent: {} });
  if (ctx.method === 'GET' || ctx.method === 'HEAD') {
    ctx.body = loginPage(action, false);
    return;
  }
  if (ctx.method !== 'POST') throw refusal(405, 'invalid_request');
  const form = await readForm(ctx.req);
  if (form.get('do') === 'cancel') {
    return finish({ error: 'access_denied', error_description: 'sign-in was cancelled' });
  }
  const account = form.get('account') ?? '';
  if (check(account, form.get('password') ?? '')) return finish({ login: { accountId: account } });
  ctx.status = 401;
  ctx.body = loginPage(action, true, account);
}

function guard(ctx: KoaContextWithOIDC): void {
  ctx.type = 'html';
  ctx.set({
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_FORM) throw refusal(413, 'invalid_request');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function refusal(status: number, error: string): Error {
  return Object.assign(new Error(error), { status, error });
}
