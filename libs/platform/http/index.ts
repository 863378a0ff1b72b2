export { actController, type ActGroup, type ActRequest, type ActRoute, addAct } from './acts.js';
export * from './answers/history.dto.js';
export * from './answers/page.dto.js';
export * from './answers/possible.dto.js';
export { CannotListen, createHttpApplication, type HttpOptions, listen } from './application.js';
export { parseStrictJson } from './body/strict-json.js';
export * from './conventions/as-of.js';
export * from './conventions/command.js';
export * from './conventions/history.js';
export * from './conventions/idempotency.js';
export * from './conventions/lists.js';
export * from './conventions/paging.js';
export * from './conventions/possible.js';
export * from './conventions/revision.js';
export { checked, checkOf } from './dto/check.js';
export { constraint, type JsonSchema } from './dto/constraint.js';
export {
  type DtoClass,
  IsAnything,
  IsCode,
  IsCodeWord,
  IsDay,
  IsDivision,
  IsFen,
  IsInstant,
  IsInstantOrNull,
  IsIntOrNull,
  IsList,
  IsPhone,
  IsQuarter,
  IsText,
  IsTextOrNull,
  IsUuidLower,
  IsWebAddress,
  ListOf,
  MayBeMissing,
  Nested,
} from './dto/decorators.js';
export * from './dto/formats.js';
export { instantsOf } from './dto/instants.js';
export { MoreFields, NoFields } from './dto/no-fields.js';
export { CheckedQuery, CommandBody, UuidParam } from './dto/parameters.js';
export { IsPerson, PERSON_FORMATS, type PersonNamed, personsIn, type PersonsOf } from './dto/persons.js';
export { checkedQuery } from './dto/query.js';
export { jsonSchemaOf } from './dto/schema-of.js';
export { type Finding, type HealthCheck, HealthRegistry, type HealthReport } from './health/registry.js';
export { HTTP_LIMITS, type HttpLimits } from './limits.js';
export { HttpLog } from './log/log.js';
export { safeError, type SafeError } from './log/safe-error.js';
export { buildOpenApi, type OpenApiInfo } from './openapi/build.js';
export { refTo } from './openapi/components.js';
export { Answers, documented } from './openapi/documented.js';
export { Public, PUBLIC_ROUTE } from './openapi/public.js';
export { lintOpenApi, OpenApiDrift, writeOpenApi } from './openapi/write.js';
export * from './printed/table.js';
export {
  type Language,
  type ProblemCatalogue,
  ProblemRegistry,
  type ProblemSheet,
  type Words,
} from './problems/catalogue.js';
export { type ProblemDocument, preferredLanguage } from './problems/document.js';
export { ConflictError, ProblemError, RefusalError, unauthenticated } from './problems/errors.js';
export { type FieldError, fieldError, type FieldErrorCode } from './problems/field-errors.js';
export { GENERIC_PROBLEMS, type GenericCode } from './problems/generic.js';
export { MATTER_PROBLEMS, type MatterCode } from './problems/matters.js';
export * as say from './problems/words.js';
export { fileTooLarge, type IncomingFile, receiveForm } from './upload/form.js';
export { TakesFile } from './upload/route.js';
export { UploadSlots } from './upload/slots.js';
export type { SignInReason } from './problems/sign-in.js';
