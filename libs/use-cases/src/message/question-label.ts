import { firstName, listInWords, type Language } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { OpenQuestion } from './open-question.js';

const words = {
  da: { offer: 'jobbet ', interest: 'at nævne dig, ', match: 'mødet, ', draft: 'opslaget ' },
  en: { offer: 'the job ', interest: 'to name you, ', match: 'the meeting, ', draft: 'the posting ' },
} as const;

/** What a question is about, in so few words that two of them fit into one SMS. */
export async function questionLabel(
  unit: UnitOfWork,
  { question, subjectIds: [id, ...others] }: Pick<OpenQuestion, 'question' | 'subjectIds'>,
  language: Language,
): Promise<string> {
  const say = words[language];
  switch (question) {
    case 'offer':
      return say.offer + (await titleOf(unit, (await unit.offers.find(id))?.smallJobId));
    case 'interest':
      return say.interest + (await titleOf(unit, (await unit.matches.find(id))?.smallJobId));
    case 'match': {
      const match = await unit.matches.find(id);
      // Two people may be proposed for one job: the pseudonym stands on the card that the company has seen.
      return `${say.match}${match?.pseudonym ?? ''}, ${await titleOf(unit, match?.smallJobId)}`;
    }
    case 'draft':
      return say.draft + (await titleOf(unit, id));
    case 'workplace-arrival':
    case 'shift': {
      const shifts = await unit.shifts.list({ id: { in: [id, ...others] } });
      return listInWords(
        await namesOf(
          unit,
          shifts.map(({ citizenId }) => citizenId),
        ),
      );
    }
    case 'still-at-it': {
      const citizenId = (await unit.escalations.find(id))?.citizenId;
      return listInWords(await namesOf(unit, citizenId ? [citizenId] : []));
    }
  }
}

const titleOf = async (unit: UnitOfWork, smallJobId: string | undefined): Promise<string> =>
  (smallJobId ? await unit.smallJobs.find(smallJobId) : undefined)?.title ?? '';

/** First names, as the question itself said them. */
export async function namesOf(unit: UnitOfWork, citizenIds: readonly string[]): Promise<string[]> {
  const citizens = await unit.citizens.list({ id: { in: [...citizenIds] } });
  return citizens.map((citizen) => firstName(citizen));
}
