export * from './faults.js';
export * from './key-file.js';
export { LONGEST_CACHE_MS } from './key-cache.js';
export { KeyRing, type WrappedKey } from './key-ring.js';
export * from './masks.js';
export * from './port.js';
export { PostgresPersonalData, type KeyCacheOptions } from './postgres-personal-data.js';
export { verifyCommitment, type Disclosure } from './sealed-text.js';
