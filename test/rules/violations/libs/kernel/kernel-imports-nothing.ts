export { calendar } from '#calendar';
