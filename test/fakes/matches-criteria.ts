import type { Entity } from '#domain';
import { operatorsOf, type Condition, type Criteria } from '#use-cases';
import { compareValues } from './compare-values.js';
import { storedValue } from './stored-row.js';

const known = new Set(['in', 'notIn', 'from', 'to', 'after', 'before', 'isNull', 'contains']);

export function matchesCriteria<T extends Entity>(row: T, criteria: Criteria<T>): boolean {
  return Object.entries(criteria).every(([field, condition]) => {
    if (!(field in row)) throw new Error(`There is no ${field}`);
    if (condition === undefined) throw new Error(`${field} is asked to be undefined`);
    return matchesCondition(row[field as keyof T], condition as Condition<unknown>);
  });
}

function matchesCondition(value: unknown, condition: Condition<unknown>): boolean {
  const asked = operatorsOf(condition);
  if (!asked) return same(value, condition);
  const words = Object.keys(asked);
  if (words.length === 0 || words.some((word) => !known.has(word)))
    throw new Error(`${JSON.stringify(asked)}?`);
  const { isNull, from, to, after, before } = asked;
  const compared = (bound: unknown, holds: (order: number) => boolean): boolean =>
    bound === undefined || (value !== null && holds(compareValues(value, storedValue(bound))));
  return (
    (isNull === undefined || (value === null) === isNull) &&
    compared(from, (order) => order >= 0) &&
    compared(to, (order) => order <= 0) &&
    compared(after, (order) => order > 0) &&
    compared(before, (order) => order < 0) &&
    (asked.in === undefined || asked.in.some((wanted) => same(value, wanted))) &&
    (asked.contains === undefined || contains(value, asked.contains)) &&
    (asked.notIn === undefined || !asked.notIn.some((unwanted) => same(value, unwanted)))
  );
}

const contains = (value: unknown, part: string): boolean =>
  typeof value === 'string' && value.toLocaleLowerCase('da-DK').includes(part.toLocaleLowerCase('da-DK'));

const same = (value: unknown, wanted: unknown): boolean =>
  value === null || wanted === null ? value === wanted : compareValues(value, storedValue(wanted)) === 0;
