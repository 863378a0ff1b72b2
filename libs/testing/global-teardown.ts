import { remembered } from './running.js';

/** Jest's global tear-down: ends what the set-up started. */
export default async function globalTeardown(): Promise<void> {
  await remembered()?.stop();
}
