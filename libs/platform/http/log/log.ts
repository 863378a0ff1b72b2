import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { safeError } from './safe-error.js';

/** One served request, as it is logged: no body, no query value, no header, nothing about a person but the actor's id. */
export interface RequestLine {
  readonly method: string;
  /** The pattern (`/v1/complaints/:id`), never the address itself. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
  readonly traceId: string;
  readonly actorId?: string;
}

/** Where a fault happened. */
export interface FaultPlace {
  readonly reference: string;
  readonly traceId?: string;
  readonly route?: string;
}

/** The log of an HTTP process: JSON lines of allow-listed fields. */
export class HttpLog {
  private readonly logger: Logger;

  /** `false` is silent, for tests. */
  constructor(logger: Logger | false) {
    this.logger = logger === false ? pino({ level: 'silent' }) : logger;
  }

  request(line: RequestLine): void {
    const { method, route, status, durationMs, traceId, actorId } = line;
    this.logger.info(
      { method, route, status, durationMs: Math.round(durationMs * 10) / 10, traceId, actorId },
      'request',
    );
  }

  fault(thrown: unknown, place: FaultPlace): void {
    const { reference, traceId, route } = place;
    this.logger.error({ reference, traceId, route, error: safeError(thrown) }, 'fault');
  }

  info(message: string): void {
    this.logger.info(message);
  }

  /** Nest's own messages (start, routes, shutdown) on the same stream; errors without their texts. */
  forNest(): LoggerService {
    const text = (message: unknown): string => (typeof message === 'string' ? message : 'nest');
    const failed = (message: unknown): void => {
      if (typeof message === 'string') this.logger.error(message);
      else this.logger.error({ error: safeError(message) }, 'nest');
    };
    return {
      log: (message) => this.logger.debug(text(message)),
      debug: (message) => this.logger.debug(text(message)),
      verbose: (message) => this.logger.trace(text(message)),
      warn: (message) => this.logger.warn(text(message)),
      error: failed,
      fatal: failed,
    };
  }
}
