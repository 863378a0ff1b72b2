import type { RecordedEvent } from '#platform/event-store';

/**
 * What follows from events that were recorded: one part of the business tells another. It is given each event at
 * least once, in the order of the log but for those that went wrong before, so what it does twice must count once.
 */
export interface Reaction {
  /** Names its checkpoint for good. */
  readonly name: string;
  /** Which streams matter: the text before the first `-` of their names. */
  readonly categories: readonly string[];
  /** Which events of them. */
  readonly types: readonly string[];
  /** Does it. Whatever it throws is tried again later, and others go on meanwhile. */
  react(event: RecordedEvent): Promise<void>;
}

/** Whether a reaction has to look at an event. */
export function concerns({ categories, types }: Reaction, { stream, type }: RecordedEvent): boolean {
  const dash = stream.indexOf('-');
  return types.includes(type) && categories.includes(dash < 0 ? stream : stream.slice(0, dash));
}

/** An event from which something should have followed, and did not yet. */
export interface FailedReaction {
  readonly reaction: string;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly attempts: number;
  readonly lastError: string;
  readonly lastFailedAt: string;
  /** Tried so often that a person has to look. */
  readonly parked: boolean;
}

/** How a reaction stands. */
export interface ReactionStatus {
  readonly name: string;
  /** It has seen the whole log, and nothing waits to be tried again. */
  readonly caughtUp: boolean;
  readonly failing: number;
  readonly parked: number;
}
