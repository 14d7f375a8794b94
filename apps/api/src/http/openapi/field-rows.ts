/** As much of JSON Schema as our fields make. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: (string | number | null)[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  description?: string;
  examples?: unknown[];
}
type Schemas = Readonly<Record<string, Schema>>;

/** One line of the table of fields on the reading page. */
export interface FieldRow {
  path: string;
  required: boolean;
  kind: string;
  description: string;
}

/** The fields of a schema and of the schemas within, by their dotted paths; `[]` is an item of a list. */
export function fieldRows(name: string, schemas: Schemas, path = ''): FieldRow[] {
  const { properties = {}, required = [] } = schemas[name] ?? {};
  return Object.entries(properties).flatMap(([field, schema]) => {
    const here = path + field;
    const within = refIn(schema);
    const isList = schema.type === 'array';
    const row = {
      path: here,
      required: required.includes(field),
      kind: kindOf(schema),
      description: (schema.description ?? '').replaceAll('`', ''),
    };
    return [row, ...(within ? fieldRows(within, schemas, `${here}${isList ? '[]' : ''}.`) : [])];
  });
}

/** The class a field leads to, whether alone, in a list or beside null. */
function refIn({ $ref, items, anyOf = [] }: Schema): string | undefined {
  if ($ref !== undefined) return $ref.split('/').at(-1);
  if (items) return refIn(items);
  return anyOf.map(refIn).find((found) => found !== undefined);
}

const names: Readonly<Record<string, string>> = {
  string: 'tekst',
  integer: 'helt tal',
  number: 'tal',
  boolean: 'true eller false',
  array: 'liste',
  null: 'null',
};
const formats: Readonly<Record<string, string>> = {
  uuid: 'id',
  date: 'dag',
  'date-time': 'tidspunkt',
  duration: 'tidsrum',
  email: 'e-mailadresse',
};

function kindOf(schema: Schema): string {
  if (schema.$ref !== undefined) return 'objekt';
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' eller ');
  if (schema.enum) return schema.enum.map(String).join(' | ');
  const kinds = [schema.type ?? 'object'].flat().map((type) => names[type] ?? 'objekt');
  const [first, ...others] = kinds;
  const kind = [formats[schema.format ?? ''] ?? first, ...others].join(' eller ');
  return [kind, limitsOf(schema)].filter(Boolean).join(', ');
}

function limitsOf({ minimum, maximum, maxLength, maxItems, pattern, examples }: Schema): string {
  if (minimum !== undefined) return `${minimum} til ${maximum}`;
  if (pattern !== undefined && examples) return `som ${String(examples[0])}`;
  const most = maxLength ?? maxItems;
  return most === undefined ? '' : `højst ${most}`;
}
