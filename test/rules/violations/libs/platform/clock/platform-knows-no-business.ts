export { domain } from '#complaint';
