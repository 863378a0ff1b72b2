import type { Type } from '@nestjs/common';
import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { refuse } from '#kernel';
import { actController, Answers, RefusalError } from '#platform/http';
import { CarryOutDirect, type CorrectionInput, type SaidType } from '../../use-cases/index.js';
import { DirectAnswerDto } from './answers.dto.js';
import { DIRECT_PATH, DirectEndpoint } from './endpoint.js';
import { DIRECT_ROUTES, type DirectRoute } from './routes.js';

/** Marks a command on a direct complaint. */
export function DirectCommand(summary: string, status: 200 | 201 = 200): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    Answers(status, DirectAnswerDto, { description: 'Done; the complaint as it stands now', etag: true }),
  );
}

/** Everything that is done to a direct complaint, in one controller. */
export const DIRECT_ACTS: Type<object> = actController({
  tag: 'operator-register',
  path: `${DIRECT_PATH}/:id`,
  endpoint: DirectEndpoint,
  routes: Object.entries<DirectRoute>(DIRECT_ROUTES),
  document: ({ summary, status }) => DirectCommand(summary, status),
  run: (endpoint, type, { right: action }, asked) => {
    if (type === 'CorrectRecord') namesOneRecord(asked.input as CorrectionInput);
    const request = asked.request as SignedIn;
    return endpoint.run(
      { ...asked, request, action },
      (of) => new CarryOutDirect(of, type as SaidType, asked.input),
    );
  },
});

/** A correction is of one record: several are several entries, each with its reason. */
function namesOneRecord({ intake, investigation, mediation, outcome }: CorrectionInput): void {
  const named = [intake, investigation, mediation, outcome].filter((one) => one !== undefined).length;
  if (named !== 1) throw new RefusalError(refuse('correction-names-one-record', ['H17'], { named }));
}
