export { person } from '../../identity/person.js';
