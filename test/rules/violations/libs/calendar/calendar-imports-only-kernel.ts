export { rulebook } from '#rulebook';
