export { clock } from '#platform/clock';
