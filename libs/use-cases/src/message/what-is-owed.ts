import { dayInWords, instantInWords, isOpen, openShiftStates, timeInWords } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { namesOf } from './question-label.js';

/** What a citizen who gets no SMS any more has been promised: in words for whoever calls. */
export async function owedToCitizen(unit: UnitOfWork, citizenId: string): Promise<string[]> {
  const now = await unit.now();
  const owed: string[] = [];
  const titleOf = async (id: string): Promise<string> => (await unit.smallJobs.find(id))?.title ?? '';
  const offers = await unit.offers.list({ citizenId, state: { in: ['sent', 'visiting', 'accepted'] } });
  const agreements = await unit.agreements.list({ citizenId });
  const signed = new Set(agreements.map(({ offerId }) => offerId));
  for (const offer of offers.filter(({ id }) => !signed.has(id))) {
    const title = await titleOf(offer.smallJobId);
    owed.push(
      isOpen(offer)
        ? `Tilbuddet om »${title}« er åbent til ${instantInWords(offer.expiresAt)}.`
        : `Har sagt ja til »${title}«, og aftalen mangler.`,
    );
  }
  for (const match of await unit.matches.list({ citizenId, state: 'asking' }))
    owed.push(`Har ikke svaret på, om firmaet må høre om »${await titleOf(match.smallJobId)}«.`);
  const shifts = await unit.shifts.list(
    { citizenId, state: { in: openShiftStates }, endsAt: { after: now } },
    { order: [{ by: 'startsAt' }] },
  );
  const [next] = shifts;
  if (next)
    owed.push(
      `${shifts.length === 1 ? 'Én vagt' : `${shifts.length} vagter`} forude, den næste ` +
        `${dayInWords(next.date)} kl. ${timeInWords(next.start)}.`,
    );
  return owed;
}

/** The same of a company. */
export async function owedToCompany(unit: UnitOfWork, companyId: string): Promise<string[]> {
  const jobs = await unit.smallJobs.list({ companyId, status: 'open' });
  const proposed =
    jobs.length === 0
      ? 0
      : await unit.matches.count({ smallJobId: { in: jobs.map(({ id }) => id) }, state: 'proposed' });
  const unseen = await unit.shifts.list({
    companyId,
    state: 'unconfirmed',
    workplaceAskedAt: { isNull: false },
  });
  const names = await namesOf(
    unit,
    unseen.map(({ citizenId }) => citizenId),
  );
  return [
    ...(proposed === 0
      ? []
      : [proposed === 1 ? 'Et forslag venter på svar.' : `${proposed} forslag venter på svar.`]),
    ...names.map((name) => `Vi har spurgt, om ${name} er kommet.`),
  ];
}
