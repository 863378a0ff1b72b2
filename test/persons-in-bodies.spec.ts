import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { PERSON_FORMATS } from '#platform/http';

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

const { paths, components } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** Every field of every request body, as `DtoName.field`, with its format or that of its items. */
function fields(): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  const walk = ({ $ref, items }: Schema): void => {
    if (items) walk(items);
    const name = $ref?.split('/').at(-1);
    if (name === undefined) return;
    for (const [key, field] of Object.entries(components.schemas[name]?.properties ?? {})) {
      const place = `${name}.${key}`;
      if (found.has(place)) continue;
      found.set(place, field.format ?? field.items?.format);
      walk(field);
    }
  };
  for (const path of Object.values(paths))
    for (const { requestBody } of Object.values(path))
      for (const { schema } of Object.values(requestBody?.content ?? {})) walk(schema);
  return found;
}

/** What fields that name somebody of the staff are called; those of another form than text, such as `payBy`, name nobody. */
const OF_STAFF =
  /^(?:person|staff|handlers?|investigators?|mediators?|assignees?|responsible|reviewers?|servers?|officers?|toldBy|actedBy)$|[a-z]By$/;
/** Strangers to the office: who is questioned, who signed for it there, a list whose items name people by `id`. */
const NOT_STAFF = [
  'SummonsDto.person',
  'InvestigationRecordDto.person',
  'InvestigationDto.investigators',
  'TransferReceiptDto.receivedBy',
];

describe('whom the bodies of commands name', () => {
  it('G22, G62, H17, B10: every field that names somebody of the staff is declared to', () => {
    const all = [...fields()];
    const undeclared = all
      .filter(
        ([place, format]) =>
          OF_STAFF.test(place.split('.')[1] ?? '') && !PERSON_FORMATS.includes(format ?? ''),
      )
      .filter(([, format]) => format === undefined || format === 'text')
      .map(([place]) => place);
    expect(undeclared.filter((place) => !NOT_STAFF.includes(place))).toEqual([]);
    expect(NOT_STAFF.filter((place) => !undeclared.includes(place))).toEqual([]);
    const declared = all
      .filter(([, format]) => PERSON_FORMATS.includes(format ?? ''))
      .map(([place]) => place);
    expect(declared).toContain('InvestigatorDto.id');
    expect(declared.length).toBeGreaterThan(15);
  });
});
