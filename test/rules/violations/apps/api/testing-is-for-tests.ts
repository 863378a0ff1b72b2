export { testing } from '#testing';
