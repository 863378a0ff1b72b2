import { say } from '#platform/http';

export const { another, correctTime, from, list, reread, words } = say;
