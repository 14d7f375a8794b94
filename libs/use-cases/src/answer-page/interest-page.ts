import { firstName, personCard, weekInWords, type Language, type Match } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { modestInterest } from '../match/answer-interest.js';
import { found } from '../wiring/permissions.js';
import type { InterestPage } from './answer-page.js';
import { callInWords, contactOf } from './contact-of.js';

export async function interestPage(
  unit: UnitOfWork,
  matchId: string,
  { language: chosen }: { language?: Language },
): Promise<InterestPage> {
  const match = found(await unit.matches.find(matchId), 'link.not-found');
  const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'link.not-found');
  const known = found(await unit.citizens.find(match.citizenId), 'link.not-found');
  const citizen = chosen ? { ...known, language: chosen } : known;
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
