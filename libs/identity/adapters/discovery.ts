/**
 * Asks the issuer's discovery document where its keys are (OpenID Connect Discovery 1.0, section 4).
 * Rejects when it cannot be had or is another issuer's.
 */
export async function discoverKeys(issuer: string, timeoutMs: number): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetchTwice(address, {
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
  const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown } | null;
  if (document?.issuer !== issuer) throw new Error(`${address} is not the document of ${issuer}`);
  return new URL(String(document.jwks_uri));
}

/**
 * Fetches, and once more when the connection broke: the issuer may close an idle one at the moment it is used
 * again. A second failure, and a wait that has run out, are passed on.
 */
export async function fetchTwice(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    return fetch(url, init);
  }
}
