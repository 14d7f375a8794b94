import { dueJobs, isoWithOffset, type DueJobName } from '#domain';
import type { FailedJob, FailedJobsAsked } from '#use-cases';
import {
  asId,
  NotUnderstood,
  words,
  type Outcome,
  type Place,
  type Surroundings,
  type Verb,
  type Wish,
} from './verb.js';

interface Found extends FailedJob {
  place: Place;
}

const ofOne = { municipality: { type: 'string' } } as const;

/** `ops failed-jobs`: what was given up. Ids and names of ours, and nobody's data. */
export const failedJobs: Verb = {
  usage: 'failed-jobs [--municipality 0630] [--json]',
  does: 'what was given up, since when, why and where: the newest 500 of each municipality',
  options: ofOne,
  run: async (wish, around) => {
    words(wish);
    const found = await allOf(wish, around);
    const data = found.map(({ place, ...job }) => ({ municipality: place.code, ...job }));
    return { lines: found.length === 0 ? ['Nothing was given up.'] : found.map(inWords), exitCode: 0, data };
  },
};

/** `ops replay`: lets it run again. Whoever does it reads the rows as they are now. */
export const replay: Verb = {
  usage: 'replay <id> | --all-of <name> [--municipality 0630] [--dry-run] [--json]',
  does: 'lets what was given up run again; of one name at most the newest 500 of each municipality',
  options: { ...ofOne, 'all-of': { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async (wish, around) => {
    const asked = whatToReplay(wish);
    const found = await allOf(wish, around, asked);
    if (found.length === 0) return nothing(asked);
    if (wish.is('dry-run'))
      return {
        lines: [...found.map((one) => `would run again: ${inWords(one)}`), 'Nothing was changed.'],
        exitCode: 0,
        data: { replayed: [], wouldReplay: found.map(({ id }) => id) },
      };
    const replayed: Found[] = [];
    for (const one of found)
      if (await around.replayFailedJob.execute(one.place.id, one.id, 'operator')) replayed.push(one);
    const missed = found.length - replayed.length;
    return {
      lines: [
        ...replayed.map((one) => `runs again: ${inWords(one)}`),
        ...(missed > 0 ? [`${missed} ran again already.`] : []),
      ],
      exitCode: 0,
      data: { replayed: replayed.map(({ id }) => id) },
    };
  },
};

const nothing = ({ id, job }: FailedJobsAsked): Outcome => ({
  lines: [id === undefined ? `No ${job!} was given up.` : `${id} is not among what was given up.`],
  exitCode: id === undefined ? 0 : 1,
  data: { replayed: [] },
});

function whatToReplay(wish: Wish): FailedJobsAsked {
  const name = wish.text('all-of');
  if (name === undefined) return { id: asId(words(wish, '<id> or --all-of <name>')[0]) };
  words(wish);
  if (!dueJobs.some((known) => known === name))
    throw new NotUnderstood(`There is no job ${name}. There are ${dueJobs.join(', ')}.`);
  return { job: name as DueJobName };
}

/** Each municipality is asked in a transaction of its own: nobody sees two at once. */
async function allOf(wish: Wish, around: Surroundings, only?: FailedJobsAsked): Promise<Found[]> {
  const named = wish.text('municipality');
  const places = (await around.places()).filter(
    ({ id, code }) => named === undefined || id === named || code === named,
  );
  if (named !== undefined && places.length === 0)
    throw new NotUnderstood(`There is no municipality ${named}.`);
  const found: Found[] = [];
  for (const place of places)
    for (const job of await around.failedJobs.execute(place.id, only)) found.push({ ...job, place });
  return found;
}

const inWords = ({ id, job, subjectId, failedAt, attempts, lastError, place }: Found): string =>
  `${id} ${place.code} ${job} of ${subjectId}, given up ${isoWithOffset(failedAt)} after ${attempts} tries: ${lastError ?? 'no reason was kept'}`;
