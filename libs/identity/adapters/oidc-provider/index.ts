export * from './accounts.js';
export * from './local-provider.js';
export * from './mount.js';
export { newProviderSecrets, newSigningKey, openProviderSecrets, type ProviderSecrets } from './secrets.js';
