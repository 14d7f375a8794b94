import {
  DomainError,
  isStillOn,
  localDateOf,
  stateAt,
  weeklyMinutes,
  type Actor,
  type CitizenBenefit,
  type Language,
  type LocalDate,
  type SmallJob,
} from '#domain';
import { contactOf } from '../answer-page/contact-of.js';
import type { PageContact } from '../answer-page/answer-page.js';
import { openLiveLink } from '../answer-page/open-link.js';
import { mayActFor } from '../answer-page/own-phone.js';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

/** What stands in the calculator before anybody has typed. */
export interface MoneyToBeginWith {
  language: Language;
  municipality: { code: string; name: string };
  /** The day whose rates are used. */
  on: LocalDate;
  job: { title: string; hoursPerWeek: number; hourlyWageOre: number } | null;
  benefit: CitizenBenefit | null;
  contact: PageContact | null;
}

/** Of an offer, by its link, or of the citizen who is signed in. Reading it changes nothing. */
export class BeginWithMoney {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Job and benefit stand there as long as the offer is on; on a phone that is shared for the citizen who is signed
   * in, only. Otherwise the calculator is empty. @throws link.not-found
   */
  async ofOffer(token: string, visitor: Actor | null): Promise<MoneyToBeginWith> {
    const { transactor, secrets } = this;
    const { municipalityId, subjectId } = await openLiveLink(transactor, secrets, token, ['offer'] as const);
    return transactor.inMunicipality(municipalityId, async (unit) => {
      const offer = found(await unit.offers.find(subjectId), 'link.not-found');
      const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'link.not-found');
      const citizen = found(await unit.citizens.find(offer.citizenId), 'link.not-found');
      const all = isStillOn(stateAt(offer, await unit.now())) && mayActFor(citizen, visitor);
      return {
        ...(await placeAndDay(unit, all ? smallJob.startDate : null)),
        language: citizen.language,
        job: all ? jobOf(smallJob) : null,
        benefit: all ? citizen.benefit : null,
        contact: await contactOf(unit, smallJob, await unit.now()),
      };
    });
  }

  /** The job that was offered or accepted last; without one, the hours the citizen wishes for. */
  async ofCitizen(actor: Actor): Promise<MoneyToBeginWith> {
    if (actor.role !== 'citizen' || !actor.citizenId) throw new DomainError('not-allowed');
    const { citizenId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      const offer = await unit.offers.first(
        { citizenId, state: { in: ['sent', 'visiting', 'accepted'] } },
        { order: [{ by: 'createdAt', direction: 'desc' }] },
      );
      const smallJob = offer && (await unit.smallJobs.find(offer.smallJobId));
      return {
        ...(await placeAndDay(unit, smallJob?.startDate ?? null)),
        language: citizen.language,
        job: smallJob ? jobOf(smallJob) : null,
        benefit: citizen.benefit,
        contact: null,
      };
    });
  }
}

const jobOf = ({ title, weeklyShifts, hourlyWageOre }: SmallJob): NonNullable<MoneyToBeginWith['job']> => ({
  title,
  hoursPerWeek: weeklyMinutes(weeklyShifts) / 60,
  hourlyWageOre,
});

/** The first day of the job, or today while the rates of that day are not loaded. */
async function placeAndDay(
  unit: UnitOfWork,
  firstDay: LocalDate | null,
): Promise<Pick<MoneyToBeginWith, 'municipality' | 'on'>> {
  const { code, name } = await unit.municipality();
  const today = localDateOf(await unit.now());
  const known = firstDay !== null && (await unit.rates(firstDay)).find('municipal-tax', code);
  return { municipality: { code, name }, on: known ? firstDay : today };
}
