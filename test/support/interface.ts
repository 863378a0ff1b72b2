import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';

type Operation = { readonly responses: Readonly<Record<string, { readonly content?: object }>> };
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The interface description as it is committed. */
const description = JSON.parse(
  readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
) as Described;
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(description, 'interface');

const PATHS = Object.keys(description.paths).map((path) => ({
  path,
  shape: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));
const checks = new Map<string, ValidateFunction>();

/**
 * What an answer has that the interface description does not, or the other way round; nothing when they agree.
 * Whoever reads the description is promised what it says.
 */
export function contradiction(
  method: string,
  url: string,
  status: number,
  body: unknown,
): string | undefined {
  const address = url.split('?', 1)[0] ?? '';
  const verb = method.toLowerCase();
  const place = PATHS.filter(({ shape }) => shape.test(address)).find(
    ({ path }) => description.paths[path]?.[verb] !== undefined,
  );
  if (status === 304) return undefined;
  if (!place) {
    const described = status >= 300 || !address.startsWith('/v1/');
    return described ? undefined : `${verb} ${address} is not described`;
  }
  const said = description.paths[place.path]?.[verb]?.responses[String(status)];
  if (!said)
    return status < 300 ? `${verb} ${address} answered ${status}, which is not described` : undefined;
  const [type] = Object.keys(said.content ?? {});
  if (type === undefined || !type.includes('json')) return undefined;
  const check = checkOf([place.path, verb, 'responses', String(status), 'content', type, 'schema']);
  if (check(body)) return undefined;
  const [first] = check.errors ?? [];
  return `${verb} ${address} ${status}: ${first?.instancePath ?? ''} ${first?.message ?? ''} ${JSON.stringify(first?.params)}`;
}

function checkOf(steps: readonly string[]): ValidateFunction {
  const pointer = steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  const known = checks.get(pointer);
  if (known) return known;
  const check = ajv.compile({ $ref: `interface#/paths/${encodeURI(pointer)}` });
  checks.set(pointer, check);
  return check;
}
