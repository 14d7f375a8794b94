import {
  canTakeBack,
  dayInWords,
  firstName,
  instantInWords,
  isBefore,
  isOpen,
  minutesOfDay,
  moneyInWords,
  oneLine,
  timeInWords,
  weekInWords,
  type Actor,
  type Citizen,
  type Language,
  type SmallJob,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { estimateForOffer } from '../benefit/estimate-for-offer.js';
import { found } from '../wiring/permissions.js';
import type { OfferDetails, OfferPage } from './answer-page.js';
import { callInWords, contactOf } from './contact-of.js';
import { reasonsFor } from './reasons-for.js';
import { tripsToWork } from './trip.js';

/**
 * `all`: false until somebody with a shared phone has shown who he or she is. `language`: what was chosen for this
 * visit, otherwise the citizen's own.
 */
export async function offerPage(
  unit: UnitOfWork,
  offerId: string,
  { all, language: chosen }: { all: boolean; language?: Language },
): Promise<OfferPage> {
  const offer = found(await unit.offers.find(offerId), 'link.not-found');
  const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'link.not-found');
  const known = found(await unit.citizens.find(offer.citizenId), 'link.not-found');
  const citizen = chosen ? { ...known, language: chosen } : known;
  const { name: municipality, settings } = await unit.municipality();
  const now = await unit.now();
  const { language } = citizen;
  const overdue = offer.state === 'sent' && !isBefore(now, offer.expiresAt);
  return {
    purpose: 'offer',
    offerId,
    state: overdue ? 'expired' : offer.state,
    language,
    municipality,
    contact: await contactOf(unit, smallJob, now),
    firstName: firstName(citizen),
    answerBefore: instantInWords(offer.expiresAt, language),
    noticeOnNo: settings.noticeOnNo?.[language] ?? '',
    canTakeBack: canTakeBack(offer, now),
    changeUntil: offer.bindingAt ? instantInWords(offer.bindingAt, language) : '',
    lastAnswer: offer.answers.at(-1)?.answer ?? null,
    reason: offer.answers.at(-1)?.reason ?? null,
    calls: await callInWords(unit, { offerId }, language),
    details: all ? await detailsOf(unit, smallJob, citizen, isOpen(offer)) : null,
  };
}

async function detailsOf(
  unit: UnitOfWork,
  smallJob: SmallJob,
  citizen: Citizen,
  isOpenNow: boolean,
): Promise<OfferDetails> {
  const { language } = citizen;
  const company = found(await unit.companies.find(smallJob.companyId), 'link.not-found');
  return {
    title: smallJob.title,
    company: company.name,
    description: smallJob.description,
    when: weekInWords(smallJob.weeklyShifts, language),
    startDay: dayInWords(smallJob.startDate, language),
    latestStart: latestStart(smallJob),
    where: oneLine(smallJob.workplace),
    position: smallJob.workplace.position,
    trips: tripsToWork(smallJob, citizen),
    wage: moneyInWords(smallJob.hourlyWageOre, language),
    reasons: isOpenNow ? await reasonsFor(unit, smallJob, citizen) : [],
    money: await estimateForOffer(unit, citizen, smallJob),
  };
}

/** A phone that others read too shows little, unless its citizen has signed in with a code. */
export async function mayShowAll(unit: UnitOfWork, offerId: string, visitor: Actor | null): Promise<boolean> {
  const offer = found(await unit.offers.find(offerId), 'link.not-found');
  const citizen = found(await unit.citizens.find(offer.citizenId), 'link.not-found');
  return !citizen.sharedPhone || isThe(visitor, citizen);
}

export const isThe = (visitor: Actor | null, citizen: Citizen): boolean =>
  visitor?.role === 'citizen' &&
  visitor.citizenId === citizen.id &&
  visitor.municipalityId === citizen.municipalityId;

/** The first start that day would still be fine, when all days begin at the same time. */
function latestStart(smallJob: SmallJob): string {
  const starts = new Set(smallJob.weeklyShifts.map((shift) => shift.start));
  const [start] = starts;
  if (smallJob.startFlexibilityMinutes === 0 || starts.size !== 1 || !start) return '';
  const minutes = (minutesOfDay(start) + smallJob.startFlexibilityMinutes) % 1440;
  const pad = (value: number) => String(value).padStart(2, '0');
  return timeInWords(`${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`);
}
