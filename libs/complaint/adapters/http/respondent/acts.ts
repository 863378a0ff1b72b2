import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { actController, Answers } from '#platform/http';
import { CarryOut, type SaidType } from '../../../use-cases/index.js';
import { OperatorCaseAnswerDto } from './answers.dto.js';
import {
  OPERATOR_CASE_ROUTES,
  OPERATOR_CASES_PATH,
  OperatorCaseEndpoint,
  type OperatorCaseRoute,
} from './endpoint.js';

/** Everything that the operator complained of does, in one controller. */
export const OPERATOR_CASE_ACTS: Type<object> = actController({
  tag: 'operator-cases',
  path: `${OPERATOR_CASES_PATH}/:id`,
  endpoint: OperatorCaseEndpoint,
  routes: Object.entries<OperatorCaseRoute>(OPERATOR_CASE_ROUTES),
  document: ({ summary, status = 200 }) =>
    applyDecorators(
      HttpCode(status),
      ApiOperation({ summary }),
      Answers(status, OperatorCaseAnswerDto, { description: 'Done; the case as it stands now', etag: true }),
    ),
  run: (endpoint, type, { right: action }, asked) => {
    const request = asked.request as SignedIn;
    return endpoint.run(
      { ...asked, request, action },
      (of) => new CarryOut(of, type as SaidType, asked.input),
    );
  },
});
