import type { Actor, Citizen, Temporal } from '#domain';
import { Transactor, type UnitOfWork, type WaitingCitizen } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { daysBetween } from './days-between.js';

export interface WaitingRow {
  citizen: Pick<Citizen, 'id' | 'name' | 'brokerId'>;
  broker: string | null;
  /** Whole days. */
  waitedDays: number;
  /** Whole days since the last proposal or agreement; null: never anything. */
  quietDays: number | null;
}

export interface WaitingFigure {
  citizens: number;
  /** Of them those who were never proposed, or not for `FORGOTTEN_DAYS`. */
  forgotten: number;
  longestDays: number | null;
  medianDays: number | null;
}

export interface WaitingPage extends WaitingFigure {
  at: Temporal.Instant;
  rows: WaitingRow[];
  /** Citizen id to go on from. */
  next: string | null;
}

/** As in the report on who is forgotten. */
export const FORGOTTEN_DAYS = 30;

/** Who has said yes and waits while nothing goes on, longest first: each month of waiting costs a chance (R44). */
export class ListWaiting {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(
    { onlyForgotten, after, limit }: { onlyForgotten: boolean; after?: string; limit: number },
    actor: Actor,
  ): Promise<WaitingPage> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const found = await unit.figures.waiting({
        limit: limit + 1,
        ...(onlyForgotten && { quietBefore: quietBefore(at) }),
        ...(after !== undefined && (await cursorOf(unit, after))),
      });
      const shown = found.slice(0, limit);
      const ids = shown.map(({ citizenId }) => citizenId);
      const people = new Map((await unit.citizens.list({ id: { in: ids } })).map((one) => [one.id, one]));
      const brokers = new Map((await unit.staff.list()).map(({ id, name }) => [id, name]));
      await logShown(unit, actor, ids, 'report.figures');
      return {
        at,
        ...(await waitingFigure(unit, at)),
        rows: shown.map((row) => rowOf(row, people.get(row.citizenId)!, brokers, at)),
        next: found.length > limit ? ids.at(-1)! : null,
      };
    });
  }
}

export async function waitingFigure(unit: UnitOfWork, at: Temporal.Instant): Promise<WaitingFigure> {
  const { citizens, quiet, longestSince, medianSince } = await unit.figures.waitingInAll(quietBefore(at));
  return {
    citizens,
    forgotten: quiet,
    longestDays: longestSince && daysBetween(longestSince, at),
    medianDays: medianSince && daysBetween(medianSince, at),
  };
}

const quietBefore = (at: Temporal.Instant): Temporal.Instant => at.subtract({ hours: 24 * FORGOTTEN_DAYS });

/** As that citizen stands now; one who is gone begins the list again. */
async function cursorOf(unit: UnitOfWork, after: string): Promise<{ after?: WaitingCitizen }> {
  const last = await unit.citizens.find(after);
  if (!last) return {};
  return {
    after: { citizenId: last.id, waitingSince: last.waitingSince, quietSince: null, proposed: false },
  };
}

function rowOf(
  { waitingSince, quietSince }: WaitingCitizen,
  { id, name, brokerId }: Citizen,
  brokers: ReadonlyMap<string, string>,
  at: Temporal.Instant,
): WaitingRow {
  return {
    citizen: { id, name, brokerId },
    broker: (brokerId && brokers.get(brokerId)) ?? null,
    waitedDays: daysBetween(waitingSince, at),
    quietDays: quietSince && daysBetween(quietSince, at),
  };
}
