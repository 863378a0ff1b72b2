export * from './adapters/access-tokens.js';
export { CLAIMS } from './adapters/claims.js';
export * from './adapters/oidc-provider/index.js';
export * from './domain/authorise.js';
export * from './domain/principal.js';
export { ACTIONS, RIGHTS, type About, type Action, type Cell } from './domain/rights-matrix.js';
export * from './domain/roles.js';
export * from './use-cases/authenticate/access-tokens.js';
export * from './adapters/http/sign-in.guard.js';
