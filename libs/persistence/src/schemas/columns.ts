import { Temporal } from '#domain';
import { EntitySchema, type EntitySchemaColumnOptions, type ValueTransformer } from 'typeorm';

/**
 * The mapping of one kind of row. The compiler refuses a schema that misses a field of the domain type, so a
 * new field cannot be lost on its way to the table.
 */
export const table = <T>(
  tableName: string,
  columns: { [Field in keyof T]-?: EntitySchemaColumnOptions },
): EntitySchema<T> => new EntitySchema<T>({ name: tableName, tableName, columns });

/**
 * Columns hold milliseconds (`timestamptz(3)`) as a JavaScript date does: an instant that is read is the
 * instant that was written, and comparing the two is safe.
 */
const instantAsDate: ValueTransformer = {
  to: (instant: Temporal.Instant | null) => instant && new Date(instant.epochMilliseconds),
  from: (date: Date | null) => date && Temporal.Instant.fromEpochMilliseconds(date.getTime()),
};

export const key = { type: 'uuid', primary: true } satisfies EntitySchemaColumnOptions;
export const uuid = { type: 'uuid' } satisfies EntitySchemaColumnOptions;
export const text = { type: 'text' } satisfies EntitySchemaColumnOptions;
export const integer = { type: 'integer' } satisfies EntitySchemaColumnOptions;
export const real = { type: 'double precision' } satisfies EntitySchemaColumnOptions;
export const truth = { type: 'boolean' } satisfies EntitySchemaColumnOptions;
/** A Copenhagen day as `YYYY-MM-DD`. */
export const day = { type: 'date' } satisfies EntitySchemaColumnOptions;
/** A part of the row that is read and written as a whole. */
export const document = { type: 'jsonb' } satisfies EntitySchemaColumnOptions;
export const instant = {
  type: 'timestamp with time zone',
  precision: 3,
  transformer: instantAsDate,
} satisfies EntitySchemaColumnOptions;

export const optional = <C extends EntitySchemaColumnOptions>(column: C): C & { nullable: true } => ({
  ...column,
  nullable: true,
});

/** For fields whose own name is a word of SQL, or says too little outside its type. */
export const named = <C extends EntitySchemaColumnOptions>(
  name: string,
  column: C,
): C & { name: string } => ({
  ...column,
  name,
});

/** Every row of a municipality is found by both: a foreign key can never point into another one. */
export const identity = { id: key, municipalityId: key };
