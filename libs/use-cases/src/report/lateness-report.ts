import {
  latenessOf,
  type Actor,
  type Citizen,
  type Lateness,
  type SmallJob,
  type Staff,
  type Team,
  type Temporal,
} from '#domain';
import { Transactor, type CaseToCount, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

export interface TeamLateness extends Lateness {
  /** Its name; null: everybody who is on no team of that size. */
  team: string | null;
  open: number;
}

export interface LatenessFigure {
  open: number;
  untaken: number;
  all: Lateness;
  teams: TeamLateness[];
}

export interface OpenCase {
  id: string;
  openedAt: Temporal.Instant;
  takenAt: Temporal.Instant | null;
  citizen: Pick<Citizen, 'id' | 'name'>;
  smallJob: Pick<SmallJob, 'id' | 'title'>;
}

export interface LatenessReport extends LatenessFigure {
  at: Temporal.Instant;
  days: number;
  /** Opened longest ago, first. */
  openCases: OpenCase[];
}

/** So far back it is looked at. */
export const LATENESS_DAYS = 30;
/** A smaller team would be told person by person, and that is not what the figure is for. */
const SMALLEST_TEAM = 3;

/** How long cases wait for somebody to take them: per team, never per employee. */
export class ReportLateness {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(actor: Actor): Promise<LatenessReport> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const cases = await readCases(unit, at);
      const open = cases.filter(({ isOpen }) => isOpen);
      const people = byId(await unit.citizens.list({ id: { in: open.map(({ citizenId }) => citizenId) } }));
      const jobs = byId(await unit.smallJobs.list({ id: { in: open.map(({ smallJobId }) => smallJobId) } }));
      await logShown(unit, actor, [...people.keys()], 'report.figures');
      return {
        at,
        days: LATENESS_DAYS,
        ...latenessFigure(cases, await readTeams(unit), at),
        openCases: open.map(({ id, openedAt, takenAt, citizenId, smallJobId }) => {
          const { name } = people.get(citizenId)!;
          const { title } = jobs.get(smallJobId)!;
          return {
            id,
            openedAt,
            takenAt,
            citizen: { id: citizenId, name },
            smallJob: { id: smallJobId, title },
          };
        }),
      };
    });
  }
}

export const readCases = (unit: UnitOfWork, now: Temporal.Instant): Promise<CaseToCount[]> =>
  unit.figures.casesSince(now.subtract({ hours: 24 * LATENESS_DAYS }));

interface Teams {
  teams: readonly Team[];
  /** Who works here now. */
  staff: readonly Staff[];
}

export const readTeams = async (unit: UnitOfWork): Promise<Teams> => ({
  teams: await unit.teams.list({}, { order: [{ by: 'name' }] }),
  staff: await unit.staff.list({ active: true }),
});

export function latenessFigure(
  cases: readonly CaseToCount[],
  teams: Teams,
  now: Temporal.Instant,
): LatenessFigure {
  const names = teamNames(teams);
  const keyOf = ({ teamId }: CaseToCount): string | null =>
    teamId !== null && names.has(teamId) ? teamId : null;
  const keys = [...names.keys(), null];
  return {
    open: cases.filter(({ isOpen }) => isOpen).length,
    untaken: cases.filter(({ isOpen, takenAt }) => isOpen && takenAt === null).length,
    all: latenessOf(cases, now),
    teams: keys
      .map((key): TeamLateness => {
        const own = cases.filter((one) => keyOf(one) === key);
        const team = key === null ? null : names.get(key)!;
        return { team, open: own.filter(({ isOpen }) => isOpen).length, ...latenessOf(own, now) };
      })
      .filter(({ team, cases: some }) => team !== null || some > 0),
  };
}

/** Of those that are large enough, in the order of the names. */
const teamNames = ({ teams, staff }: Teams): Map<string, string> =>
  new Map(
    teams
      .filter(({ id }) => staff.filter(({ teamId }) => teamId === id).length >= SMALLEST_TEAM)
      .map(({ id, name }) => [id, name]),
  );

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));
