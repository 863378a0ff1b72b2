import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { createSecretKey } from 'node:crypto';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import {
  AttachmentSettings,
  type Attachments,
  CALCULATOR_PROBLEMS,
  REPORT_PROBLEMS,
  COMPLAINT_PROBLEMS,
  ComplaintHttpModule,
} from '#complaint';
import { HOLIDAY_PROBLEMS, HolidaysHttpModule } from '#holidays';
import { AccessTokens, People, PERSON_PROBLEMS, SignInGuard } from '#identity';
import { OPERATOR_PROBLEMS, OperatorHttpModule } from '#operator';
import { REPORTING_PROBLEMS, ReportingHttpModule } from '#reporting';
import { BlobStore } from '#platform/blob-store';
import { HttpSecret, type ProblemCatalogue } from '#platform/http';
import { EVALUATION_PROBLEMS, EvaluationController } from './evaluation.controller.js';
import { NotBuiltYetAnswer } from './not-built-yet.js';
import { SystemController } from './system.controller.js';

/** What the API needs from who starts it. */
export interface ApiOptions {
  readonly tokens: AccessTokens;
  /** Who can be named in a command. */
  readonly people: People;
  /** Behind request fingerprints and cursors; the same in every API process. */
  readonly secret: Uint8Array;
  /** Where files are kept; the same place for every API process. */
  readonly attachments: Attachments;
  /** Offers the evaluation clock. */
  readonly evaluation: boolean;
}

const BUSINESS_PROBLEMS = [
  PERSON_PROBLEMS,
  COMPLAINT_PROBLEMS,
  CALCULATOR_PROBLEMS,
  REPORT_PROBLEMS,
  HOLIDAY_PROBLEMS,
  OPERATOR_PROBLEMS,
  REPORTING_PROBLEMS,
];

/** What the interface can be refused for, besides what any interface can. */
export function problemsOf(evaluation: boolean): readonly ProblemCatalogue<string>[] {
  return [...BUSINESS_PROBLEMS, ...(evaluation ? [EVALUATION_PROBLEMS] : [])];
}

/** HTTP: the controllers of each slice and those of the system, behind one guard. */
@Module({})
export class ApiModule {
  /** @param parts engine, complaint, operator, and whatever of projector and worker runs in the same process */
  static with(parts: readonly DynamicModule[], options: ApiOptions): DynamicModule {
    const ports = [
      { provide: AccessTokens, useValue: options.tokens },
      { provide: People, useValue: options.people },
      { provide: HttpSecret, useValue: { value: createSecretKey(options.secret) } },
      { provide: BlobStore, useValue: options.attachments.store },
      { provide: AttachmentSettings, useValue: options.attachments.settings },
    ];
    const controllers: Type[] = [SystemController, ...(options.evaluation ? [EvaluationController] : [])];
    return {
      module: ApiModule,
      imports: [...parts, ...HTTP_MODULES.map((module) => httpOf(module, parts, ports))],
      controllers,
      providers: [
        ...ports,
        { provide: APP_GUARD, useClass: SignInGuard },
        { provide: APP_INTERCEPTOR, useClass: NotBuiltYetAnswer },
      ],
    };
  }
}

const HTTP_MODULES: readonly Type[] = [
  ComplaintHttpModule,
  HolidaysHttpModule,
  OperatorHttpModule,
  ReportingHttpModule,
];

/** A slice's controllers, with the ports they ask for. */
function httpOf(
  module: Type,
  parts: readonly DynamicModule[],
  ports: readonly { provide: unknown; useValue: unknown }[],
): DynamicModule {
  return {
    module,
    imports: [...parts],
    providers: [...(ports as never[])],
  };
}
