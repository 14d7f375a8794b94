import { isLocalDate } from '../kernel/index.js';
import { kindOf, nameOf, rateKinds, rateStatuses, type Rate, type RateKey, type RateStatus } from './rate.js';

/** A row as people write it: kroner and percent, as the official figures are printed. */
export interface WrittenRate {
  key: string;
  scope?: string;
  from: string;
  to?: string | null;
  /** One of the three. Null: nobody found how much it is. */
  kroner?: number | null;
  percent?: number | null;
  choice?: string;
  status: string;
  source: string;
  note?: string | null;
}

const known = ['key', 'scope', 'from', 'to', 'kroner', 'percent', 'choice', 'status', 'source', 'note'];
const MOST_KRONER = 10_000_000;

/** Reads what an operator or the repository has written. Either every row can be read or none is given back. */
export function readRates(written: unknown): { rates: Rate[] } | { faults: string[] } {
  if (!Array.isArray(written) || written.length === 0)
    return { faults: ['the file must be a list of rates'] };
  const read = written.map((row: unknown, at) => readRate(row, `row ${at + 1}`));
  const faults = [...read.flatMap((one) => ('faults' in one ? one.faults : []))];
  return faults.length > 0 ? { faults } : { rates: read.flatMap((one) => ('rate' in one ? [one.rate] : [])) };
}

function readRate(row: unknown, where: string): { rate: Rate } | { faults: string[] } {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return { faults: [`${where}: must be an object`] };
  const { key, scope = '', from, to = null, status, source, note = null } = row as Partial<WrittenRate>;
  if (typeof key !== 'string' || !Object.hasOwn(rateKinds, key))
    return { faults: [`${where}: key must be one of ${Object.keys(rateKinds).join(', ')}`] };
  const name = `${where}, ${nameOf({ key: key as RateKey, scope: String(scope) })}`;
  const value = readValue(key as RateKey, row);
  const faults = [
    ...Object.keys(row).flatMap((field) => (known.includes(field) ? [] : [`has an unknown field ${field}`])),
    ...(isScope(key as RateKey, scope) ? [] : [`has no scope "${String(scope)}"`]),
    ...(isDay(from) ? [] : ['from must be a day like 2027-01-01']),
    ...(to === null || isDay(to) ? [] : ['to must be a day like 2027-12-31, or null']),
    ...(isDay(from) && isDay(to) && to < from ? ['to must not be before from'] : []),
    ...(rateStatuses.includes(status as RateStatus)
      ? []
      : [`status must be one of ${rateStatuses.join(', ')}`]),
    ...(typeof source === 'string' && source.trim() !== ''
      ? []
      : ['source must say where the figure is from']),
    ...(note === null || typeof note === 'string' ? [] : ['note must be a text']),
    ...('fault' in value ? [value.fault] : []),
  ];
  if (faults.length > 0 || 'fault' in value) return { faults: faults.map((fault) => `${name}: ${fault}`) };
  const words = { source: String(source).trim(), note: note && note.trim() };
  const period = { from: from as string, to };
  return {
    rate: {
      key: key as RateKey,
      scope,
      ...period,
      value: value.value,
      status: status as RateStatus,
      ...words,
    },
  };
}

const isDay = (day: unknown): day is string => typeof day === 'string' && isLocalDate(day);
const isScope = (key: RateKey, scope: unknown): boolean =>
  typeof scope === 'string' && (kindOf(key).scope?.test(scope) ?? scope === '');

type Value = { value: Rate['value'] } | { fault: string };

function readValue(key: RateKey, { kroner, percent, choice }: Partial<WrittenRate>): Value {
  const { unit, choices = [] } = kindOf(key);
  const given = Object.entries({ kroner, percent, choice }).filter(([, value]) => value !== undefined);
  const wanted = { ore: 'kroner', share: 'percent', choice: 'choice' }[unit];
  if (given.length !== 1 || given[0]?.[0] !== wanted) return { fault: `needs ${wanted}, and nothing else` };
  if (unit === 'choice')
    return choices.includes(choice as string)
      ? { value: choice as string }
      : { fault: `choice must be one of ${choices.join(', ')}` };
  return unit === 'ore' ? scaled(kroner, 2, MOST_KRONER, 'kroner') : scaled(percent, 4, 100, 'percent');
}

/** A decimal as a whole number of its smallest parts. */
function scaled(amount: number | null | undefined, places: number, most: number, name: string): Value {
  if (amount === null) return { value: null };
  if (typeof amount !== 'number' || !(amount >= 0 && amount <= most))
    return { fault: `${name} must be a number from 0 to ${most}` };
  const parts = Math.round(amount * 10 ** places);
  return Math.abs(parts / 10 ** places - amount) < 10 ** -(places + 4)
    ? { value: parts }
    : { fault: `${name} has at most ${places} decimals` };
}
