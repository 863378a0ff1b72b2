export { testing } from '#testing';
export { readFileSync } from 'node:fs';
export { default } from 'fast-check';
export const now = [Date.now(), new Date(), Math.random()];
