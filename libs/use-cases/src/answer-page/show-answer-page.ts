import {
  canTakeBack,
  dayInWords,
  DomainError,
  firstName,
  instantInWords,
  isBefore,
  minutesOfDay,
  moneyInWords,
  oneLine,
  personCard,
  phoneInWords,
  timeInWords,
  weekInWords,
  type Citizen,
  type Language,
  type Match,
  type SmallJob,
  type Temporal,
} from '#domain';
import { smallJobTrip } from './trip.js';
import { Secrets, Transactor, type DirectoryHit, type UnitOfWork } from '../ports/index.js';
import { contactFor } from '../contact/who-answers.js';
import { modestInterest } from '../match/answer-interest.js';
import { found } from '../wiring/permissions.js';
import type {
  AnswerPage,
  InterestPage,
  LinkPurpose,
  MatchPage,
  OfferPage,
  PageContact,
} from './answer-page.js';

/** Finds where a link leads. The token itself is never stored: its hash is looked up. @throws link.not-found */
export async function openLink(
  transactor: Transactor,
  secrets: Secrets,
  token: string,
): Promise<DirectoryHit & { purpose: LinkPurpose }> {
  const [hit] = await transactor.lookUp('answer-link', secrets.tokenHash(token));
  const purpose = hit?.details?.['purpose'];
  if (!hit || (purpose !== 'offer' && purpose !== 'interest' && purpose !== 'match'))
    throw new DomainError('link.not-found');
  return { ...hit, purpose };
}

/** Reads what a page shows. A GET changes nothing: mail scanners open links, people press buttons. */
export class ShowAnswerPage {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  async execute(token: string): Promise<AnswerPage> {
    const { municipalityId, subjectId, purpose } = await openLink(this.transactor, this.secrets, token);
    return this.transactor.inMunicipality<AnswerPage>(municipalityId, (unit) => {
      if (purpose === 'offer') return offerPage(unit, subjectId);
      if (purpose === 'interest') return interestPage(unit, subjectId);
      return matchPage(unit, subjectId);
    });
  }
}

async function contactOf(unit: UnitOfWork, smallJob: SmallJob, now: Temporal.Instant): Promise<PageContact> {
  const staff = await contactFor(unit, smallJob.id, now);
  return { name: staff.name, phone: staff.phone ? phoneInWords(staff.phone) : '' };
}

/** The call that was asked for and has not been made, as the citizen is told of it. */
async function callInWords(
  unit: UnitOfWork,
  about: { offerId: string } | { matchId: string },
  language: Language,
): Promise<string | null> {
  const call = await unit.tasks.first({ ...about, kind: 'call-citizen', doneAt: { isNull: true } });
  if (!call) return null;
  return isBefore(await unit.now(), call.dueAt) ? instantInWords(call.dueAt, language) : '';
}

async function offerPage(unit: UnitOfWork, offerId: string): Promise<OfferPage> {
  const offer = found(await unit.offers.find(offerId), 'link.not-found');
  const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'link.not-found');
  const citizen = found(await unit.citizens.find(offer.citizenId), 'link.not-found');
  const { name: municipality, settings } = await unit.municipality();
  const now = await unit.now();
  const { language } = citizen;
  const overdue = offer.state === 'sent' && !isBefore(now, offer.expiresAt);
  return {
    purpose: 'offer',
    state: overdue ? 'expired' : offer.state,
    language,
    municipality,
    title: smallJob.title,
    contact: await contactOf(unit, smallJob, now),
    firstName: firstName(citizen),
    description: smallJob.description,
    when: weekInWords(smallJob.weeklyShifts, language),
    startDay: dayInWords(smallJob.startDate, language),
    latestStart: latestStart(smallJob),
    where: oneLine(smallJob.workplace),
    travel: smallJobTrip(smallJob, citizen),
    wage: moneyInWords(smallJob.hourlyWageOre, language),
    ownWords: ownWordsFor(smallJob, citizen),
    answerBefore: instantInWords(offer.expiresAt, language),
    noticeOnNo: settings.noticeOnNo?.[language] ?? '',
    canTakeBack: canTakeBack(offer, now),
    changeUntil: offer.bindingAt ? instantInWords(offer.bindingAt, language) : '',
    lastAnswer: offer.answers.at(-1)?.answer ?? null,
    reason: offer.answers.at(-1)?.reason ?? null,
    calls: await callInWords(unit, { offerId }, language),
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

const ownWordsFor = (smallJob: SmallJob, citizen: Citizen): string =>
  citizen.jobGoals.find((goal) => goal.category === smallJob.category)?.ownWords ??
  citizen.jobGoals[0]?.ownWords ??
  '';

async function interestPage(unit: UnitOfWork, matchId: string): Promise<InterestPage> {
  const match = found(await unit.matches.find(matchId), 'link.not-found');
  const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'link.not-found');
  const citizen = found(await unit.citizens.find(match.citizenId), 'link.not-found');
  const now = await unit.now();
  const shown: Match = { ...match, interest: match.interest ?? modestInterest(now) };
  return {
    purpose: 'interest',
    state: match.state,
    answered: match.state !== 'asking',
    companyKnows: match.interest !== null,
    language: citizen.language,
    municipality: (await unit.municipality()).name,
    title: smallJob.title,
    contact: await contactOf(unit, smallJob, now),
    firstName: firstName(citizen),
    town: smallJob.workplace.town,
    when: weekInWords(smallJob.weeklyShifts, citizen.language),
    card: personCard(shown, citizen),
    calls: await callInWords(unit, { matchId }, citizen.language),
  };
}

async function matchPage(unit: UnitOfWork, matchId: string): Promise<MatchPage> {
  const match = found(await unit.matches.find(matchId), 'link.not-found');
  const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'link.not-found');
  const company = found(await unit.companies.find(smallJob.companyId), 'link.not-found');
  const citizen = found(await unit.citizens.find(match.citizenId), 'link.not-found');
  if (match.interest === null) throw new DomainError('link.not-found');
  await unit.logAccess({
    who: company.name,
    staffId: null,
    companyId: company.id,
    citizenIds: [citizen.id],
    kind: 'shown',
    purpose: 'answer-page.match',
  });
  return {
    purpose: 'match',
    state: match.state,
    language: 'da',
    municipality: (await unit.municipality()).name,
    title: smallJob.title,
    contact: await contactOf(unit, smallJob, await unit.now()),
    companyContact: firstName(company.contact),
    card: personCard(match, citizen),
    mayStartDirectly: match.interest.startWithoutMeeting === true,
  };
}
