import { daysOfMonth, localDateOf, monthlyGoalOf, type Actor, type Citizen, type Temporal } from '#domain';
import { Transactor, type CitizenMinutes, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { pageWithin } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

/** Where somebody's paid hours of a month stand to the goal; `coming`: they will be there with what is planned. */
export const hoursStandings = ['reached', 'coming', 'below'] as const;
export type HoursStanding = (typeof hoursStandings)[number];

/** Whom a list shows: by standing; `now`, in paid hours today; `unpaid`, with unpaid hours in the month. */
export type HoursView = HoursStanding | 'now' | 'unpaid';

export interface PersonWithHours extends CitizenMinutes {
  citizen: Pick<Citizen, 'id' | 'name'>;
  standing: HoursStanding;
}

export interface MonthFigure {
  /** `2026-11`. */
  month: string;
  goalHours: number;
  paidMinutes: number;
  unpaidMinutes: number;
  people: Record<HoursStanding, number>;
  unpaidPeople: number;
}

export interface PeopleWithHours extends MonthFigure {
  at: Temporal.Instant;
  /** How many are in paid hours today. */
  now: number;
  /** Most paid minutes first. */
  rows: PersonWithHours[];
  /** Citizen id to go on from; null at the end. */
  next: string | null;
}

/** Whose paid hours of a month reach the goal (R02). */
export class ListPeopleWithHours {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(
    { show, month, after, limit }: { show?: HoursView; month?: string; after?: string; limit: number },
    actor: Actor,
  ): Promise<PeopleWithHours> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const { figure, all } = await monthFigure(unit, at, month);
      const now = (await unit.figures.inPaidHours(localDateOf(at))).map(({ citizenId }) => citizenId);
      const chosen = chosenOf(all, show, now, figure.goalHours).map((one) => ({
        ...one,
        standing: hoursStanding(one, figure.goalHours),
      }));
      const page = after === undefined ? { limit } : { limit, after };
      const { items: shown, next } = pageWithin(chosen, page, ({ citizenId }) => citizenId);
      const ids = shown.map(({ citizenId }) => citizenId);
      const names = new Map(
        (await unit.citizens.list({ id: { in: ids } })).map(({ id, name }) => [id, name]),
      );
      await logShown(unit, actor, ids, 'report.figures');
      return {
        at,
        ...figure,
        now: now.length,
        rows: shown.map((one) => ({
          ...one,
          citizen: { id: one.citizenId, name: names.get(one.citizenId)! },
        })),
        next,
      };
    });
  }
}

const hasPaid = ({ paidMinutes, plannedPaidMinutes }: CitizenMinutes): boolean =>
  paidMinutes + plannedPaidMinutes > 0;

/** Who is in paid hours today and has no shift this month is there too, without minutes. */
function chosenOf(
  all: readonly CitizenMinutes[],
  show: HoursView | undefined,
  now: readonly string[],
  goalHours: number,
): CitizenMinutes[] {
  if (show === undefined) return all.filter(hasPaid);
  if (show === 'unpaid') return all.filter(({ unpaidMinutes }) => unpaidMinutes > 0);
  if (show !== 'now') return all.filter((one) => hasPaid(one) && hoursStanding(one, goalHours) === show);
  const wanted = new Set(now);
  const worked = all.filter(({ citizenId }) => wanted.delete(citizenId));
  return [...worked, ...[...wanted].map((citizenId) => ({ ...nothing, citizenId }))];
}

const nothing = { paidMinutes: 0, unpaidMinutes: 0, plannedPaidMinutes: 0 };

/** Sums per person, made by the database; who has only unpaid hours counts among the unpaid and has no standing. */
export async function monthFigure(
  unit: UnitOfWork,
  at: Temporal.Instant,
  asked?: string,
): Promise<{ figure: MonthFigure; all: CitizenMinutes[] }> {
  const month = asked ?? localDateOf(at).slice(0, 7);
  const goalHours = monthlyGoalOf((await unit.municipality()).settings);
  const all = await unit.figures.minutesByCitizen({ ...daysOfMonth(month), until: at });
  const standings = all.filter(hasPaid).map((one) => hoursStanding(one, goalHours));
  const count = (standing: HoursStanding): number => standings.filter((one) => one === standing).length;
  return {
    all,
    figure: {
      month,
      goalHours,
      paidMinutes: all.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0),
      unpaidMinutes: all.reduce((sum, { unpaidMinutes }) => sum + unpaidMinutes, 0),
      people: { reached: count('reached'), coming: count('coming'), below: count('below') },
      unpaidPeople: all.filter(({ unpaidMinutes }) => unpaidMinutes > 0).length,
    },
  };
}

export function hoursStanding(
  { paidMinutes, plannedPaidMinutes }: Pick<CitizenMinutes, 'paidMinutes' | 'plannedPaidMinutes'>,
  goalHours: number,
): HoursStanding {
  const goal = goalHours * 60;
  if (paidMinutes >= goal) return 'reached';
  return paidMinutes + plannedPaidMinutes >= goal ? 'coming' : 'below';
}
