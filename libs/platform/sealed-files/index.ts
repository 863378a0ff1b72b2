export * from './faults.js';
export * from './received-file.js';
export { openFile, type FileKey } from './streams.js';
