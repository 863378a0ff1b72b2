export { domain } from './domain/complaint.js';
