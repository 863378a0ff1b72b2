export { kernel } from '#kernel';
export { calendar } from '#calendar';
export { rulebook } from '#rulebook';
export { domain } from './complaint.js';
export const day = (instant: string): string => new Date(Date.parse(instant)).toISOString().slice(0, 10);
