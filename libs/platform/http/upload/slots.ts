import { ProblemError } from '../problems/errors.js';

/** How many files a process takes in at once: each has room on the disk, and all together a bound. */
export class UploadSlots {
  private taken = 0;

  constructor(private readonly limit: number) {}

  /** Takes a slot for as long as the work lasts. Throws `service-unavailable` when all are taken. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken >= this.limit) {
      throw new ProblemError('service-unavailable', { facts: { reason: 'uploads-busy', limit: this.limit } });
    }
    this.taken += 1;
    try {
      return await work();
    } finally {
      this.taken -= 1;
    }
  }
}
