import { localDateOf, openOfferStates, type Actor, type Citizen, type Staff, type Temporal } from '#domain';
import {
  Transactor,
  type RosterFilter,
  type RosterMoment,
  type RosterOrder,
  type RosterView,
  type UnitOfWork,
} from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import type { Page, PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

/** Where somebody stands, the furthest first: one word on a list. */
export const citizenStandings = [
  'at-work',
  'agreement',
  'accepted',
  'offered',
  'proposed',
  'asked',
  'ready',
  'later',
  'not-yet',
] as const;
export type CitizenStanding = (typeof citizenStandings)[number];

export interface CitizenRow {
  citizen: Citizen;
  broker: string | null;
  standing: CitizenStanding;
  /** The small job that the standing is about. */
  title: string | null;
  waitedDays: number;
}

export interface CitizenListPage extends Page<CitizenRow> {
  counts: Record<RosterView, number>;
  /** Whom one can choose as broker, by name. */
  staff: Staff[];
  at: Temporal.Instant;
}

export interface CitizenListAsked extends RosterFilter {
  view: RosterView;
  order: RosterOrder;
}

const QUIET_DAYS = 30;
const DAY_IN_MILLISECONDS = 86_400_000;

/** *Borgere*: whom one follows, who waits, who is forgotten. Every citizen on the page is logged as shown. */
export class CitizenList {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Whom one can narrow the list down to: who works here, by name. */
  async brokers(actor: Actor): Promise<Staff[]> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      unit.staff.list({ active: true }, { order: [{ by: 'name' }] }),
    );
  }

  async execute(
    { view, order, ...filter }: CitizenListAsked,
    { after, limit }: PageRequest,
    actor: Actor,
  ): Promise<CitizenListPage> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const quietSince = at.subtract({ hours: 24 * QUIET_DAYS });
      const moment: RosterMoment = { staffId, today: localDateOf(at), quietSince };
      const asked = { view, filter, order, limit: limit + 1, ...(after !== undefined && { after }) };
      const ids = await unit.roster.page(asked, moment);
      const shown = ids.slice(0, limit);
      await logShown(unit, actor, shown, 'citizen.list');
      const staff = await unit.staff.list({ active: true }, { order: [{ by: 'name' }] });
      return {
        items: await rowsOf(unit, shown, staff, moment, at),
        next: ids.length > limit ? (shown.at(-1) ?? null) : null,
        counts: await unit.roster.counts(moment),
        staff,
        at,
      };
    });
  }
}

async function rowsOf(
  unit: UnitOfWork,
  ids: readonly string[],
  staff: readonly Staff[],
  { today }: RosterMoment,
  at: Temporal.Instant,
): Promise<CitizenRow[]> {
  if (ids.length === 0) return [];
  const citizenId = { in: ids };
  const people = new Map((await unit.citizens.list({ id: { in: ids } })).map((one) => [one.id, one]));
  const agreements = await unit.agreements.list({ citizenId, state: { in: ['draft', 'signed'] } });
  const offers = await unit.offers.list({ citizenId, state: { in: [...openOfferStates, 'accepted'] } });
  const ended = await unit.agreements.list({ citizenId, state: 'ended' });
  const usedUp = new Set(ended.map(({ offerId }) => offerId));
  const matches = await unit.matches.list({ citizenId, state: { in: ['asking', 'proposed'] } });
  const going = new Map<string, { standing: CitizenStanding; smallJobId: string }>();
  const note = (standing: CitizenStanding, rows: readonly { citizenId: string; smallJobId: string }[]) => {
    for (const row of rows)
      if (!going.has(row.citizenId)) going.set(row.citizenId, { standing, smallJobId: row.smallJobId });
  };
  note(
    'at-work',
    agreements.filter(({ state }) => state === 'signed'),
  );
  note('agreement', agreements);
  note(
    'accepted',
    offers.filter(({ id, state }) => state === 'accepted' && !usedUp.has(id)),
  );
  note(
    'offered',
    offers.filter(({ state }) => openOfferStates.includes(state)),
  );
  note(
    'proposed',
    matches.filter(({ state }) => state === 'proposed'),
  );
  note('asked', matches);
  const jobIds = [...new Set([...going.values()].map(({ smallJobId }) => smallJobId))];
  const jobs = jobIds.length === 0 ? [] : await unit.smallJobs.list({ id: { in: jobIds } });
  return ids.flatMap((id): CitizenRow[] => {
    const citizen = people.get(id);
    if (!citizen) return [];
    const now = going.get(id);
    return [
      {
        citizen,
        broker: staff.find((one) => one.id === citizen.brokerId)?.name ?? null,
        standing: now?.standing ?? standingWithout(citizen, today),
        title: jobs.find((job) => job.id === now?.smallJobId)?.title ?? null,
        waitedDays: Math.max(
          0,
          Math.floor((at.epochMilliseconds - citizen.waitingSince.epochMilliseconds) / DAY_IN_MILLISECONDS),
        ),
      },
    ];
  });
}

function standingWithout({ saidYes, availableFrom }: Citizen, today: string): CitizenStanding {
  if (!saidYes) return 'not-yet';
  return availableFrom <= today ? 'ready' : 'later';
}
