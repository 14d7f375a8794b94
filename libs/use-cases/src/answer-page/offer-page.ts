import {
  canTakeBack,
  dayInWords,
  firstName,
  instantInWords,
  isOpen,
  minutesOfDay,
  moneyInWords,
  oneLine,
  stateAt,
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
import { mayActFor } from './own-phone.js';
import { reasonsFor } from './reasons-for.js';
import { tripsToWork } from './trip.js';

/**
 * `visitor`: who is signed in, if anybody: on a shared phone nobody else sees what it is about. `language`: what was
 * chosen for this visit, otherwise the citizen's own.
 */
export async function offerPage(
  unit: UnitOfWork,
  offerId: string,
  { visitor, language: chosen }: { visitor: Actor | null; language?: Language },
): Promise<OfferPage> {
  const offer = found(await unit.offers.find(offerId), 'link.not-found');
  const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'link.not-found');
  const known = found(await unit.citizens.find(offer.citizenId), 'link.not-found');
  const citizen = chosen ? { ...known, language: chosen } : known;
  const { name: municipality, settings } = await unit.municipality();
  const now = await unit.now();
  const { language } = citizen;
  return {
    purpose: 'offer',
    offerId,
    state: stateAt(offer, now),
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
    details: mayActFor(known, visitor) ? await detailsOf(unit, smallJob, citizen, isOpen(offer)) : null,
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

/** The first start that day would still be fine, when all days begin at the same time. */
function latestStart(smallJob: SmallJob): string {
  const starts = new Set(smallJob.weeklyShifts.map((shift) => shift.start));
  const [start] = starts;
  if (smallJob.startFlexibilityMinutes === 0 || starts.size !== 1 || !start) return '';
  const minutes = (minutesOfDay(start) + smallJob.startFlexibilityMinutes) % 1440;
  const pad = (value: number) => String(value).padStart(2, '0');
  return timeInWords(`${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`);
}
