import fc from 'fast-check';

/**
 * Jest's set-up of each test file: property tests try the same cases in every run, so that a commit that passed
 * passes again, wherever it is run. `TOUSU_SEED=random` (or a number) looks at others: that is how new cases are found.
 */
const asked = process.env.TOUSU_SEED ?? '20260101';
if (asked !== 'random') {
  const seed = Number(asked);
  if (!Number.isInteger(seed))
    throw new Error(`TOUSU_SEED is ${asked}; it has to be a whole number, or random`);
  fc.configureGlobal({ seed });
}
