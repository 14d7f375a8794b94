import {
  changeKinds,
  countedChanges,
  localDateOf,
  type Actor,
  type ChangeKind,
  type Citizen,
  type HandoverReason,
  type Temporal,
} from '#domain';
import { Transactor, type ContactChange, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { pageWithin, type PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { aYearBefore, instantsOf, spanOf, type AskedSpan, type ReportSpan } from './report-span.js';

export interface ContactChangesFigure {
  changes: number;
  citizens: number;
  /** How many citizens have had one change, two, and three or more. */
  times: { once: number; twice: number; more: number };
  kinds: Record<ChangeKind, number>;
  reasons: { reason: HandoverReason; kind: ChangeKind; changes: number }[];
}

export interface ContactChangesReport extends ReportSpan, ContactChangesFigure {
  at: Temporal.Instant;
  /** Newest first; a page of them when one was asked for. */
  rows: { change: ContactChange & { kind: ChangeKind }; citizen: Pick<Citizen, 'id' | 'name'> }[];
  /** Change to go on from; null at the end. */
  next: string | null;
}

/** How often people got somebody new to talk to, and why (R18, R19). */
export class ReportContactChanges {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws report.dates-invalid */
  async execute(asked: AskedSpan, actor: Actor, page?: PageRequest): Promise<ContactChangesReport> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const span = spanOf(asked, localDateOf(at), aYearBefore);
      const changes = await readChanges(unit, span);
      const { items, next } = page
        ? pageWithin(changes, page, ({ id }) => id)
        : { items: changes, next: null };
      const ids = [...new Set(items.map(({ citizenId }) => citizenId))];
      const names = new Map(
        (await unit.citizens.list({ id: { in: ids } })).map(({ id, name }) => [id, { id, name }]),
      );
      await logShown(unit, actor, ids, 'report.figures');
      return {
        at,
        ...span,
        ...contactChangesFigure(changes),
        rows: items.map((change) => ({ change, citizen: names.get(change.citizenId)! })),
        next,
      };
    });
  }
}

export const readChanges = async (
  unit: UnitOfWork,
  span: ReportSpan,
): Promise<(ContactChange & { kind: ChangeKind })[]> =>
  countedChanges(await unit.figures.contactChanges(instantsOf(span)));

export function contactChangesFigure(
  changes: readonly (ContactChange & { kind: ChangeKind })[],
): ContactChangesFigure {
  const perCitizen = countsOf(changes.map(({ citizenId }) => citizenId));
  const perReason = countsOf(changes.map(({ reason }) => reason));
  const times = [...perCitizen.values()];
  return {
    changes: changes.length,
    citizens: perCitizen.size,
    times: {
      once: times.filter((count) => count === 1).length,
      twice: times.filter((count) => count === 2).length,
      more: times.filter((count) => count > 2).length,
    },
    kinds: Object.fromEntries(
      changeKinds.map((kind) => [kind, changes.filter((change) => change.kind === kind).length]),
    ) as Record<ChangeKind, number>,
    reasons: [...perReason]
      .map(([reason, count]) => ({
        reason,
        kind: changes.find((change) => change.reason === reason)!.kind,
        changes: count,
      }))
      .sort((a, b) => b.changes - a.changes || (a.reason < b.reason ? -1 : 1)),
  };
}

function countsOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
