import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { checkOf } from '../dto/check.js';
import type { DtoClass } from '../dto/decorators.js';
import { refTo } from './components.js';

/** A parameter decorator that also documents the method it stands in. */
export function documented(
  parameter: ParameterDecorator,
  ...methods: readonly MethodDecorator[]
): ParameterDecorator {
  return (target, key, index) => {
    parameter(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key === undefined || descriptor === undefined) return;
    for (const document of methods) document(target, key, descriptor);
  };
}

/** What an answer says besides its body. */
export interface AnswerOptions {
  readonly description: string;
  /** The answer carries the revision as `ETag`. */
  readonly etag?: boolean;
}

/** Documents an answer by its DTO class. Answers are not checked at run time. */
export function Answers(
  status: number,
  dto: DtoClass,
  { description, etag }: AnswerOptions,
): MethodDecorator {
  checkOf(dto);
  const headers =
    etag === true
      ? { ETag: { description: 'The revision, as a strong ETag', schema: { type: 'string' } } }
      : {};
  return applyDecorators(
    ApiResponse({
      status,
      description,
      headers,
      content: { 'application/json': { schema: refTo(dto) } },
    } as never),
  );
}
