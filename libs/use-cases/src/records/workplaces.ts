import {
  DomainError,
  metresBetween,
  type Actor,
  type Address,
  type Company,
  type Position,
  type SmallJob,
  type SmallJobStatus,
} from '#domain';
import { Transactor, type Criteria, type UnitOfWork } from '../ports/index.js';
import { isKnownPlace, positionOfTown } from '../small-job/position-of.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

type MappedJob = Pick<SmallJob, 'id' | 'title' | 'status' | 'category' | 'positions' | 'seatsTaken'>;

/** A place of a company with its small jobs. Where citizens live is never read here. */
export interface Workplace {
  company: Pick<Company, 'id' | 'name'>;
  address: Address;
  position: Position;
  /** As the crow flies from the middle of the map; 0 when there is none. */
  metres: number;
  smallJobs: MappedJob[];
}

/** What distances are measured from: a workplace or the middle of a town. */
export interface MapCentre {
  name: string;
  position: Position;
  town: string | null;
  smallJobId: string | null;
}

export interface WorkplacesQuery {
  status?: SmallJobStatus;
  category?: string;
  companyId?: string;
  /** The middle of this town; without it and a workplace, the town with most small jobs. */
  town?: string;
  smallJobId?: string;
}

export interface WorkplacesRecord {
  centre: MapCentre | null;
  /** Nearest first; at most `MOST_PLACES`. */
  places: Workplace[];
  /** How many there are in all. */
  count: number;
  /** Small jobs whose place nobody has told, by company. */
  withoutPlace: { company: Pick<Company, 'id' | 'name'>; smallJob: MappedJob }[];
  /** Towns with a workplace, by name: what distances can be measured from. */
  towns: string[];
  companies: Pick<Company, 'id' | 'name'>[];
}

const MOST_PLACES = 150;
const MOST_JOBS = 3000;

/** What is over, and what is not decided yet, is looked for by name. */
const USUAL: readonly SmallJobStatus[] = ['open', 'filled', 'paused'];

/** Where the small jobs are: the same for the map and the list beside it. */
export class Workplaces {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws small-job.not-found for a middle that is not there; not-allowed for others than staff */
  async show(query: WorkplacesQuery, actor: Actor): Promise<WorkplacesRecord> {
    refuseUnlessStaff(actor);
    const { status, category, companyId } = query;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const where: Criteria<SmallJob> = {
        status: status ?? { in: USUAL },
        ...(category && { category }),
        ...(companyId && { companyId }),
      };
      const jobs = await unit.smallJobs.list(where, {
        order: [{ by: 'title' }, { by: 'id' }],
        limit: MOST_JOBS,
      });
      const companies = await unit.companies.list({}, { order: [{ by: 'name' }, { by: 'id' }] });
      const centre = await centreOf(unit, query, jobs);
      const places = placesOf(
        jobs.filter(({ workplace }) => isKnownPlace(workplace.position)),
        companies,
        centre,
      );
      return {
        centre,
        places: places.slice(0, MOST_PLACES),
        count: places.length,
        withoutPlace: jobs
          .filter(({ workplace }) => !isKnownPlace(workplace.position))
          .map((job) => ({ company: named(companies, job.companyId), smallJob: mapped(job) }))
          .sort((a, b) => byName(a.company, b.company)),
        towns: townsOf(jobs),
        companies: companies.map(({ id, name }) => ({ id, name })),
      };
    });
  }
}

async function centreOf(
  unit: UnitOfWork,
  { town, smallJobId }: WorkplacesQuery,
  jobs: readonly SmallJob[],
): Promise<MapCentre | null> {
  if (smallJobId !== undefined) {
    const job = await unit.smallJobs.find(smallJobId);
    if (!job) throw new DomainError('small-job.not-found');
    const { position } = job.workplace;
    if (isKnownPlace(position)) return { name: job.title, position, town: null, smallJobId };
  }
  const name = town ?? mostCommon(jobs.map(({ workplace }) => workplace.town));
  const position = name === undefined ? undefined : positionOfTown({ town: name });
  return name !== undefined && position ? { name, position, town: name, smallJobId: null } : null;
}

/** One place for one company at one address, however many small jobs it has there. */
function placesOf(
  jobs: readonly SmallJob[],
  companies: readonly Company[],
  centre: MapCentre | null,
): Workplace[] {
  const places = new Map<string, Workplace>();
  for (const job of jobs) {
    const { position, ...address } = job.workplace;
    const key = `${job.companyId} ${position.lat.toFixed(4)} ${position.lon.toFixed(4)}`;
    const known = places.get(key);
    if (known) known.smallJobs.push(mapped(job));
    else
      places.set(key, {
        company: named(companies, job.companyId),
        address: { street: address.street, postcode: address.postcode, town: address.town },
        position,
        metres: centre ? metresBetween(centre.position, position) : 0,
        smallJobs: [mapped(job)],
      });
  }
  return [...places.values()].sort(
    (a, b) =>
      a.metres - b.metres ||
      byName(a.company, b.company) ||
      a.address.street.localeCompare(b.address.street, 'da-DK'),
  );
}

const mapped = ({ id, title, status, category, positions, seatsTaken }: SmallJob): MappedJob => ({
  id,
  title,
  status,
  category,
  positions,
  seatsTaken,
});

function named(companies: readonly Company[], companyId: string): Pick<Company, 'id' | 'name'> {
  const company = companies.find(({ id }) => id === companyId);
  return { id: companyId, name: company?.name ?? '' };
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'da-DK');

const townsOf = (jobs: readonly SmallJob[]): string[] =>
  [...new Set(jobs.map(({ workplace }) => workplace.town))]
    .filter((town) => positionOfTown({ town }) !== undefined)
    .sort((a, b) => a.localeCompare(b, 'da-DK'));

function mostCommon(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || a.localeCompare(b, 'da-DK'))[0]?.[0];
}
