import { operatorsOf, type Condition, type Criteria } from '#use-cases';
import type { EntityMetadata } from 'typeorm';

type Column = EntityMetadata['columns'][number];

export interface Conditions {
  /** Joined by AND; `TRUE` when nothing is asked for. */
  sql: string;
  parameters: Record<string, unknown>;
}

/** Conditions whose parameters can stand in a row of their own beside those of others. */
export interface TypedConditions extends Conditions {
  /** What SQL calls the type of each parameter. */
  types: Record<string, string>;
}

const comparisons = { from: '>=', to: '<=', after: '>', before: '<' } as const;
const known = new Set(['in', 'notIn', 'isNull', 'contains', ...Object.keys(comparisons)]);

/**
 * Criteria as SQL. The municipality is always one of the conditions: the policy asks for it anyway, and here
 * it lets the planner use the indexes, which all begin with it.
 *
 * @throws Error for a field that is not a column and for `undefined`: a condition that is silently left out
 *   would find, or remove, far too much.
 */
export function conditionsOf<T>(
  metadata: EntityMetadata,
  municipalityId: string,
  criteria: Criteria<T>,
): TypedConditions {
  const writer = new ConditionWriter(metadata);
  writer.add('municipalityId', municipalityId);
  for (const [field, condition] of Object.entries(criteria)) {
    writer.add(field, condition);
  }
  return writer.written;
}

/** No row is one of none: the database need not be asked. */
export const findsNothing = <T>(criteria: Criteria<T>): boolean =>
  Object.values<Condition<unknown>>(criteria).some((condition) => operatorsOf(condition)?.in?.length === 0);

class ConditionWriter {
  private readonly parts: string[] = [];
  private readonly parameters: Record<string, unknown> = {};
  private readonly types: Record<string, string> = {};

  constructor(private readonly metadata: EntityMetadata) {}

  get written(): TypedConditions {
    return { sql: this.parts.join(' AND '), parameters: this.parameters, types: this.types };
  }

  add(field: string, condition: Condition<unknown>): void {
    const column = this.metadata.findColumnWithPropertyName(field);
    if (!column) throw new Error(`${this.metadata.tableName} has no ${field}`);
    if (condition === undefined)
      throw new Error(`${this.metadata.tableName}.${field} is asked to be undefined`);
    const name = `"${column.databaseName}"`;
    const operators = operatorsOf(condition);
    if (operators) this.addOperators(column, name, operators);
    else
      this.parts.push(condition === null ? `${name} IS NULL` : `${name} = ${this.bind(column, condition)}`);
  }

  private addOperators(
    column: Column,
    name: string,
    asked: NonNullable<ReturnType<typeof operatorsOf>>,
  ): void {
    const words = Object.keys(asked);
    const strange = words.length === 0 || words.some((word) => !known.has(word));
    if (strange)
      throw new Error(`${this.metadata.tableName}.${column.propertyName}: ${JSON.stringify(asked)}?`);
    if (asked.isNull !== undefined) this.parts.push(`${name} IS ${asked.isNull ? '' : 'NOT '}NULL`);
    for (const [word, sign] of Object.entries(comparisons)) {
      const value = asked[word as keyof typeof comparisons];
      if (value !== undefined) this.parts.push(`${name} ${sign} ${this.bind(column, value)}`);
    }
    if (asked.contains !== undefined) this.addPart(name, asked.contains);
    if (asked.in) this.addList(column, name, '= ANY', asked.in, asked.in.includes(null));
    if (asked.notIn) this.addList(column, name, '<> ALL', asked.notIn, !asked.notIn.includes(null));
  }

  /** To SQL, null is neither in a list nor outside it; here it is a value like any other. */
  private addList(
    column: Column,
    name: string,
    test: string,
    values: readonly unknown[],
    orNull: boolean,
  ): void {
    const list = this.bindAll(
      column,
      values.filter((value) => value !== null),
    );
    const tested = `${name} ${test} (${list})`;
    this.parts.push(orNull ? `(${name} IS NULL OR ${tested})` : tested);
  }

  /** Cases of letters beyond a to z are not folded in every locale of a database: what is typed is tried with capitals. */
  private addPart(name: string, part: string): void {
    const inCapitals = part.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase('da-DK'));
    const likes = [part, inCapitals].map((text) => {
      const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
      return `${name} ILIKE ${this.keep(pattern, 'text')}`;
    });
    this.parts.push(`(${likes.join(' OR ')})`);
  }

  private bind(column: Column, value: unknown): string {
    return this.keep(this.stored(column, value), String(column.type));
  }

  private bindAll(column: Column, values: unknown[]): string {
    return this.keep(
      values.map((value) => this.stored(column, value)),
      `${String(column.type)}[]`,
    );
  }

  private stored(column: Column, value: unknown): unknown {
    return this.metadata.dataSource.driver.preparePersistentValue(value, column);
  }

  private keep(value: unknown, type: string): string {
    const name = `criterion${Object.keys(this.parameters).length}`;
    this.parameters[name] = value;
    this.types[name] = type;
    return `:${name}`;
  }
}
