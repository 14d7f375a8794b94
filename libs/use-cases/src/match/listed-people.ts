import { openMatchStates, openOfferStates, type Citizen, type MatchState, type Task } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** Somebody on a list, as a consultant sees them: whose citizen it is, and what is going on already. */
export interface ListedPerson {
  id: string;
  name: string;
  phone: string | null;
  broker: { id: string; name: string; phone: string | null } | null;
  standing: PersonStanding;
}

export type PersonStanding =
  | { kind: 'free' }
  /** Proposed for this very job, or asked about it. */
  | { kind: 'here'; matchId: string; state: MatchState; by: string | null }
  /** Asked, proposed or offered another job. One open offer at a time. */
  | { kind: 'elsewhere'; smallJobId: string; title: string; openOffer: boolean; by: string | null }
  /** The broker has been asked about this job and has not answered, or has said no with a word. */
  | { kind: 'asked'; taskId: string; by: string | null }
  | { kind: 'declined'; taskId: string; word: string };

/** Whose they are and how they stand beside this small job, in a bounded number of reads. */
export async function listedPeople(
  unit: UnitOfWork,
  citizens: readonly Citizen[],
  smallJobId: string,
): Promise<Map<string, ListedPerson>> {
  const ids = { in: citizens.map(({ id }) => id) };
  const matches = await unit.matches.list({ citizenId: ids, state: { in: openMatchStates } });
  const offers = await unit.offers.list({ citizenId: ids, state: { in: openOfferStates } });
  const questions = await unit.tasks.list({ kind: 'ask-broker', smallJobId, citizenId: ids });
  const staff = await namesOf(unit, [
    ...citizens.map(({ brokerId }) => brokerId),
    ...matches.map(({ proposedByStaffId }) => proposedByStaffId),
    ...questions.map(({ askedByStaffId }) => askedByStaffId),
  ]);
  const jobs = await unit.smallJobs.list({ id: { in: matches.map((match) => match.smallJobId) } });
  const standingOf = (citizen: Citizen): PersonStanding => {
    const own = matches.filter(({ citizenId }) => citizenId === citizen.id);
    const here = own.find((match) => match.smallJobId === smallJobId);
    const nameOf = (id: string | null): string | null => staff.get(id ?? '')?.name ?? null;
    if (here) {
      return { kind: 'here', matchId: here.id, state: here.state, by: nameOf(here.proposedByStaffId) };
    }
    const [there] = own;
    if (there) {
      return {
        kind: 'elsewhere',
        smallJobId: there.smallJobId,
        title: jobs.find(({ id }) => id === there.smallJobId)?.title ?? '',
        openOffer: offers.some(({ citizenId }) => citizenId === citizen.id),
        by: nameOf(there.proposedByStaffId),
      };
    }
    const newest = newestOf(questions.filter(({ citizenId }) => citizenId === citizen.id));
    if (newest?.doneAt === null) {
      return { kind: 'asked', taskId: newest.id, by: nameOf(newest.askedByStaffId) };
    }
    return newest?.answer === 'no'
      ? { kind: 'declined', taskId: newest.id, word: newest.outcome ?? '' }
      : { kind: 'free' };
  };
  return new Map(
    citizens.map((citizen) => [
      citizen.id,
      {
        id: citizen.id,
        name: citizen.name,
        phone: citizen.phone,
        broker: staff.get(citizen.brokerId ?? '') ?? null,
        standing: standingOf(citizen),
      },
    ]),
  );
}

type Named = NonNullable<ListedPerson['broker']>;

async function namesOf(unit: UnitOfWork, ids: readonly (string | null)[]): Promise<Map<string, Named>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = wanted.length === 0 ? [] : await unit.staff.list({ id: { in: wanted } });
  return new Map(rows.map(({ id, name, phone }) => [id, { id, name, phone }]));
}

/** Ids sort by the time they were made. */
const newestOf = (questions: readonly Task[]): Task | undefined =>
  [...questions].sort((a, b) => (a.id < b.id ? 1 : -1))[0];
