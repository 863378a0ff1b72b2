import { PositionBeyondLog } from './errors.js';
import type { Position } from './port.js';

/** One life of the log: what it wrote begins at `firstPosition` (1 = first event ever). */
export interface Epoch {
  readonly epoch: number;
  readonly firstPosition: number;
}

const FORMAT = /^(\d{6})\.(\d{16})$/;

/** The place before the first event of any epoch. */
export const START = positionOf(0, 0);

/** Written so that positions sort as text. */
export function positionOf(epoch: number, place: number): Position {
  return `${String(epoch).padStart(6, '0')}.${String(place).padStart(16, '0')}` as Position;
}

/** Negative when `a` comes before `b`, 0 when they are the same place. */
export function comparePositions(a: Position, b: Position): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names places by the epoch they were written in, and says which positions this log gave out. */
export class Epochs {
  readonly latest: number;
  private readonly prefix: string;
  private readonly latestFirst: number;

  /** @param epochs in order. */
  constructor(private readonly epochs: readonly Epoch[]) {
    const last = epochs.at(-1) ?? { epoch: 0, firstPosition: 1 };
    this.latest = last.epoch;
    this.latestFirst = last.firstPosition;
    this.prefix = `${String(last.epoch).padStart(6, '0')}.`;
  }

  /** The position of the `place`-th event; {@link START} for 0. */
  name(place: number): Position {
    if (place >= this.latestFirst) return (this.prefix + String(place).padStart(16, '0')) as Position;
    const epoch = this.epochs.findLast(({ firstPosition }) => firstPosition <= place);
    return epoch && place > 0 ? positionOf(epoch.epoch, place) : START;
  }

  /**
   * Which event the position names, 0 for {@link START}. Throws {@link PositionBeyondLog} for a position
   * that no epoch gave out. Whether the newest epoch has come that far is for the caller to see.
   */
  place(position: Position): number {
    if (position === START) return 0;
    const match = FORMAT.exec(position);
    if (!match) throw new PositionBeyondLog(position, 'malformed');
    const index = this.epochs.findIndex(({ epoch }) => epoch === Number(match[1]));
    const epoch = this.epochs[index];
    if (!epoch) throw new PositionBeyondLog(position, 'unknown-epoch');
    const place = Number(match[2]);
    const next = this.epochs[index + 1]?.firstPosition ?? Infinity;
    if (place < epoch.firstPosition || place >= next) throw new PositionBeyondLog(position, 'beyond-head');
    return place;
  }
}
