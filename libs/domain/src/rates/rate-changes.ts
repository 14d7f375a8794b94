import { nameOf, type Rate } from './rate.js';

/** What loading rows would do to those that are there. */
export interface RateChanges {
  added: Rate[];
  changed: { before: Rate; after: Rate }[];
  unchanged: Rate[];
  /** Periods of the same name that would hold on the same day: nothing is loaded. */
  overlaps: string[];
}

/** A row replaces the one of the same name that begins on the same day; everything else it may not touch. */
export function rateChanges(there: readonly Rate[], wanted: readonly Rate[]): RateChanges {
  const identity = (rate: Rate) => `${rate.key} ${rate.scope} ${rate.from}`;
  const before = new Map(there.map((rate) => [identity(rate), rate]));
  const changes: RateChanges = { added: [], changed: [], unchanged: [], overlaps: [] };
  for (const after of wanted) {
    const old = before.get(identity(after));
    if (!old) changes.added.push(after);
    else if (isSame(old, after)) changes.unchanged.push(old);
    else changes.changed.push({ before: old, after });
  }
  const replaced = new Set(wanted.map(identity));
  changes.overlaps = overlapsOf([...there.filter((rate) => !replaced.has(identity(rate))), ...wanted]);
  return changes;
}

const isSame = (a: Rate, b: Rate): boolean =>
  a.to === b.to && a.value === b.value && a.status === b.status && a.source === b.source && a.note === b.note;

/** Also finds the same row written twice. */
export function overlapsOf(rates: readonly Rate[]): string[] {
  const sorted = [...rates].sort((a, b) =>
    [nameOf(a), a.from].join('\u0000') < [nameOf(b), b.from].join('\u0000') ? -1 : 1,
  );
  return sorted.flatMap((rate, at) => {
    const before = sorted[at - 1];
    if (!before || nameOf(before) !== nameOf(rate)) return [];
    const clash = before.to === null || before.to >= rate.from;
    return clash ? [`${nameOf(rate)}: ${periodOf(before)} and ${periodOf(rate)}`] : [];
  });
}

export const periodOf = ({ from, to }: Pick<Rate, 'from' | 'to'>): string => `${from} to ${to ?? '…'}`;
