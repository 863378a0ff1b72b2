export { checkContent } from './check.js';
export * from './port.js';
export { CONTENT_PROBLEMS } from './problems.js';
export { FILE_KINDS, type FileKind } from './types.js';
