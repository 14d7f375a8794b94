import type { Actor, Citizen, Company, SmallJob } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import type { ContactLoad } from './loads.js';
import { PreviewAssignment, type AssignmentPreview, type PreviewInput } from './preview-assignment.js';
import type { UnfilledJob } from './unfilled.js';

export interface PlannedPerson {
  citizen: Pick<Citizen, 'id' | 'name'>;
  broker: string | null;
  /** 0..10,000, as in the ranking. */
  score: number;
  waitedDays: number;
}

export interface PlannedJob {
  smallJob: Pick<SmallJob, 'id' | 'title'>;
  company: Pick<Company, 'id' | 'name'>;
  people: PlannedPerson[];
  /** Somebody else than when each small job takes the best who is free. */
  isOtherAtDesk: boolean;
  empty: UnfilledJob | null;
}

export interface ContactBesides extends ContactLoad {
  name: string;
  before: number;
  after: number;
}

export interface Plan {
  preview: AssignmentPreview;
  /** Those with somebody first, then by title. */
  jobs: PlannedJob[];
  /** By name: this is no ranking of employees. */
  contacts: ContactBesides[];
  limit: number;
}

/** What a plan will be made of, told before anybody waits for it. */
export interface PlanSize {
  smallJobs: number;
  seats: number;
  citizens: number;
  target: number;
  limit: number;
}

/** The preview in names, for the one who decides. It changes nothing. */
export class ShowPlan {
  static readonly needs = [Transactor, PreviewAssignment] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly preview: PreviewAssignment,
  ) {}

  async size(actor: Actor): Promise<PlanSize> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const open = (await unit.smallJobs.list({ status: 'open' })).filter(
        ({ positions, seatsTaken }) => seatsTaken < positions,
      );
      const { target, limit } = (await unit.municipality()).settings.caseload;
      return {
        smallJobs: open.length,
        seats: open.reduce((sum, { positions, seatsTaken }) => sum + positions - seatsTaken, 0),
        citizens: await unit.citizens.count({ saidYes: true }),
        target,
        limit,
      };
    });
  }

  /** @throws as PreviewAssignment */
  async execute(input: PreviewInput, actor: Actor): Promise<Plan> {
    refuseUnlessStaff(actor);
    const preview = await this.preview.execute(input, actor);
    // Its own access log names those who are shown here.
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => inNames(unit, preview));
  }
}

async function inNames(unit: UnitOfWork, preview: AssignmentPreview): Promise<Plan> {
  const { pairs, unfilled, contacts, compared } = preview;
  const jobIds = [...new Set([...pairs, ...unfilled].map(({ smallJobId }) => smallJobId))];
  const smallJobs = await unit.smallJobs.list({ id: { in: jobIds } });
  const companyIds = [...new Set(smallJobs.map(({ companyId }) => companyId))];
  const companies = new Map(
    (await unit.companies.list({ id: { in: companyIds } })).map(({ id, name }) => [id, { id, name }]),
  );
  const people = new Map(
    (await unit.citizens.list({ id: { in: pairs.map(({ citizenId }) => citizenId) } })).map((one) => [
      one.id,
      one,
    ]),
  );
  const staff = new Map((await unit.staff.list()).map(({ id, name }) => [id, name]));
  const others = new Set(compared.deskOrder.smallJobIdsWithSomebodyElse);
  const jobs = smallJobs.map(({ id, title, companyId }): PlannedJob => ({
    smallJob: { id, title },
    company: companies.get(companyId)!,
    people: pairs
      .filter(({ smallJobId }) => smallJobId === id)
      .map(({ citizenId, score, waitedDays }) => {
        const { name, brokerId } = people.get(citizenId)!;
        const broker = (brokerId && staff.get(brokerId)) ?? null;
        return { citizen: { id: citizenId, name }, broker, score, waitedDays };
      }),
    isOtherAtDesk: others.has(id),
    empty: unfilled.find(({ smallJobId }) => smallJobId === id) ?? null,
  }));
  return {
    preview,
    jobs: jobs.sort(
      (a, b) =>
        Number(b.people.length > 0) - Number(a.people.length > 0) ||
        a.smallJob.title.localeCompare(b.smallJob.title, 'da') ||
        (a.smallJob.id < b.smallJob.id ? -1 : 1),
    ),
    contacts: contacts
      .map((load) => {
        const before = load.caseload + load.others;
        return { ...load, name: staff.get(load.staffId) ?? '', before, after: before + load.used };
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'da')),
    limit: (await unit.municipality()).settings.caseload.limit,
  };
}
