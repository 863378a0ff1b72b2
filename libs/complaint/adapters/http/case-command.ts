import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Answers } from '#platform/http';
import { CaseAnswerDto } from './answers/case.dto.js';

/** Marks a command on a case: 200 with the new revision and what can be done now. */
export function CaseCommand(summary: string, status: 200 | 201 = 200): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary }),
    Answers(status, CaseAnswerDto, { description: 'Done; the case as it stands now', etag: true }),
  );
}
