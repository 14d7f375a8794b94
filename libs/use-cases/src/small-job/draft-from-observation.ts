import { localDateOf, refuseUnless, wageFloor, type Actor } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { PostSmallJob, type PostedSmallJob, type SmallJobInput } from './post-small-job.js';

export type DraftFromObservation = Partial<Omit<SmallJobInput, 'companyId'>>;

/** A morning on working days is where most carved tasks begin; the consultant changes what is wrong. */
const MORNING = { start: '09:00', end: '11:00' } as const;
/** The category that a draft begins with, and whose wage it falls back on. */
const CATEGORY = 'oprydning';

/** From a visit in the yard to a draft: what is not said yet gets a plain beginning that can be changed. */
export class DraftSmallJobFromObservation {
  static readonly needs = [Transactor, PostSmallJob] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly postSmallJob: PostSmallJob,
  ) {}

  async execute(
    visitId: string,
    at: number,
    given: DraftFromObservation,
    actor: Actor,
  ): Promise<PostedSmallJob> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const visit = found(await unit.visits.lock(visitId), 'visit.not-found');
      const observation = found(visit.observations[at], 'visit.observation-not-found');
      refuseUnless(observation.smallJobId === null, 'visit.observation-already-a-job', {
        smallJobId: observation.smallJobId,
      });
      const company = found(await unit.companies.find(visit.companyId), 'company.not-found');
      const posted = await this.postSmallJob.within(
        unit,
        {
          title: observation.idea,
          category: CATEGORY,
          description: `${observation.bottleneck}. Det frigør tid for ${observation.whoIsHeldUp}.`,
          workplace: { ...company.address, ...(company.position && { position: company.position }) },
          weeklyShifts: mornings(observation.minutesPerWeek),
          startDate: visit.on,
          startFlexibilityMinutes: 60,
          hourlyWageOre: given.hourlyWageOre ?? (await beginningWage(unit, given.category)),
          demands: { liftKg: 5, standing: 1, noise: 1, peopleContact: 0, other: [] },
          danishLevel: 1,
          certificates: [],
          accommodationsOffered: [],
          positions: 1,
          companyContact: { name: company.contact.name, phone: company.contact.phone },
          ...given,
          companyId: company.id,
        },
        actor,
      );
      const observations = visit.observations.map((row, index) =>
        index === at ? { ...row, smallJobId: posted.smallJob.id } : row,
      );
      await unit.visits.update({ ...visit, observations });
      return posted;
    });
  }
}

/** The lowest wage that is agreed for the work today. Never nothing. @throws wage-floor.unknown */
async function beginningWage(unit: UnitOfWork, category = CATEGORY): Promise<number> {
  const table = await unit.rates(localDateOf(await unit.now()));
  const floor = wageFloor(category, table) ?? wageFloor(CATEGORY, table);
  refuseUnless(floor, 'wage-floor.unknown');
  return floor.ore;
}

/** Spreads the observed minutes over mornings of two hours, one to five days. */
function mornings(minutesPerWeek: number) {
  const days = Math.min(5, Math.max(1, Math.round(minutesPerWeek / 120)));
  return ([1, 2, 3, 4, 5] as const).slice(0, days).map((weekday) => ({ weekday, ...MORNING }));
}
