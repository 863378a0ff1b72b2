import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ProblemError } from '#platform/http';
import { NotBuiltYet } from '#platform/projections';
import { catchError, type Observable } from 'rxjs';

/** A list that is still being built is no fault: 503, and again in a moment. */
@Injectable()
export class NotBuiltYetAnswer implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof NotBuiltYet)) throw error;
        throw new ProblemError('service-unavailable', {
          facts: { reason: 'read-model-being-built' },
          headers: { 'retry-after': '1' },
        });
      }),
    );
  }
}
