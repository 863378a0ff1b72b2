import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** Metadata key a guard asks for: `reflector.getAllAndOverride(PUBLIC_ROUTE, [handler, class])`. */
export const PUBLIC_ROUTE = 'tousu:public';
/** Mark in the document, turned into `security: []` when it is built. */
export const PUBLIC_MARK = 'x-public';

/** Served without signing in: known to the guard by metadata and in OpenAPI by an empty `security`. */
export function Public(): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiExtension(PUBLIC_MARK, true));
}
