import { firstName, personCard, weekInWords, type Actor, type Language, type Match } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { modestInterest } from '../match/answer-interest.js';
import { found } from '../wiring/permissions.js';
import type { InterestPage } from './answer-page.js';
import { callInWords, contactOf } from './contact-of.js';
import { mayActFor } from './own-phone.js';

/** `visitor`: who is signed in, if anybody: on a shared phone nobody else sees what it is about. */
export async function interestPage(
  unit: UnitOfWork,
  matchId: string,
  { visitor, language: chosen }: { visitor: Actor | null; language?: Language },
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
    contact: await contactOf(unit, smallJob, now),
    firstName: firstName(citizen),
    details: mayActFor(known, visitor)
      ? {
          title: smallJob.title,
          town: smallJob.workplace.town,
          when: weekInWords(smallJob.weeklyShifts, citizen.language),
          card: personCard(shown, citizen),
        }
      : null,
    calls: await callInWords(unit, { matchId }, citizen.language),
  };
}
