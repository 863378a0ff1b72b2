export * from './faults.js';
export * from './port.js';
export { FolderBlobStore } from './folder/folder-blob-store.js';
export { blobStoreFrom } from './settings.js';
