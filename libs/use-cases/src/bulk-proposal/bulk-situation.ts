import {
  firstName,
  openMatchStates,
  openOfferStates,
  reachOf,
  type Channel,
  type Citizen,
  type LeftOut,
  type MessageData,
  type SmallJob,
  type Staff,
  type Temporal,
} from '#domain';
import { evaluate } from '#matching';
import { contactInWords } from '../contact/who-answers.js';
import { contactsOf } from '../contact/contacts-of.js';
import { asCandidateJobs, asCandidates, dayOfMatching } from '../match/candidate-data.js';
import type { UnitOfWork } from '../ports/index.js';

export interface Pair {
  smallJobId: string;
  citizenId: string;
}

/** How somebody would be asked. */
export type WayToAsk =
  /** `at` is later than now in quiet hours. */
  | { by: 'sms' | 'email'; at: Temporal.Instant; letter: AskLetter }
  /** Onto the contact's list: the citizen is called, written to or met. */
  | { by: 'task'; channel: Channel }
  /** A colleague follows the citizen, and is asked first. */
  | { by: 'broker'; name: string };

/** What the message is made of; a shared phone only hears whom to call. */
export type AskLetter =
  | { template: 'interest-asked'; data: MessageData['interest-asked'] }
  | { template: 'call-only'; data: MessageData['call-only'] };

export interface PairSituation {
  smallJob: SmallJob;
  citizen: Citizen;
  broker: Staff | null;
  way: WayToAsk | null;
  leftOut: LeftOut | null;
  /** What the reason is about: another small job, or why it does not fit. */
  about: string | null;
}

/**
 * Who of several would be asked now, how, and who would not. Reads everything at once. A pair whose small job or citizen
 * is not here is left out of the answer.
 */
export async function bulkSituation(
  unit: UnitOfWork,
  pairs: readonly Pair[],
  { staffId, leavesAt }: { staffId: string; leavesAt: Temporal.Instant },
): Promise<PairSituation[]> {
  const citizenIds = [...new Set(pairs.map(({ citizenId }) => citizenId))];
  const smallJobIds = [...new Set(pairs.map(({ smallJobId }) => smallJobId))];
  const citizens = new Map(
    (await unit.citizens.list({ id: { in: citizenIds } })).map((one) => [one.id, one]),
  );
  const smallJobs = new Map(
    (await unit.smallJobs.list({ id: { in: smallJobIds } })).map((one) => [one.id, one]),
  );
  const staff = new Map((await unit.staff.list()).map((one) => [one.id, one]));
  const answers = await contactsOf(unit, smallJobIds);
  const busy = await busyWith(unit, citizenIds);
  const fits = await fitOf(unit, [...smallJobs.values()], [...citizens.values()]);
  const asked = new Set<string>();
  return pairs.flatMap(({ smallJobId, citizenId }): PairSituation[] => {
    const smallJob = smallJobs.get(smallJobId);
    const citizen = citizens.get(citizenId);
    if (!smallJob || !citizen) return [];
    const broker = citizen.brokerId === null ? null : (staff.get(citizen.brokerId) ?? null);
    const contact = answers(smallJobId).answersToday;
    const why = reason(smallJob, citizen);
    const isOther = broker !== null && broker.id !== staffId;
    const way =
      why || !contact ? null : isOther ? askOf(broker) : wayTo(citizen, contact, smallJob, leavesAt);
    if (!why) asked.add(citizenId);
    return [{ smallJob, citizen, broker, way, leftOut: why?.leftOut ?? null, about: why?.about ?? null }];

    function reason(job: SmallJob, person: Citizen): { leftOut: LeftOut; about?: string } | undefined {
      const elsewhere = busy.get(person.id);
      if (elsewhere?.has(job.id)) return { leftOut: 'already-proposed' };
      if (elsewhere) return { leftOut: 'in-play' };
      if (asked.has(person.id)) return { leftOut: 'twice' };
      if (job.status !== 'open') return { leftOut: 'not-open' };
      if (!contact) return { leftOut: 'no-contact' };
      const failed = fits(job.id, person.id);
      return failed.length > 0 ? { leftOut: 'does-not-fit', about: failed.join('. ') } : undefined;
    }
  });
}

/** The small jobs that each citizen has been asked about or offered. */
async function busyWith(unit: UnitOfWork, citizenIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = [
    ...(await unit.matches.list({ citizenId: { in: citizenIds }, state: { in: openMatchStates } })),
    ...(await unit.offers.list({ citizenId: { in: citizenIds }, state: { in: openOfferStates } })),
  ];
  const busy = new Map<string, Set<string>>();
  for (const { citizenId, smallJobId } of rows)
    busy.set(citizenId, (busy.get(citizenId) ?? new Set()).add(smallJobId));
  return busy;
}

/** Why a pair does not fit, in words; empty when it does. */
async function fitOf(unit: UnitOfWork, smallJobs: readonly SmallJob[], citizens: readonly Citizen[]) {
  const day = await dayOfMatching(unit);
  const jobs = new Map((await asCandidateJobs(unit, smallJobs)).map((job) => [job.id, job]));
  const people = new Map((await asCandidates(unit, citizens, day)).map((one) => [one.id, one]));
  return (smallJobId: string, citizenId: string): string[] => {
    const result = evaluate(jobs.get(smallJobId)!, people.get(citizenId)!, { day });
    return result.eligible ? [] : result.failed.map(({ text }) => text);
  };
}

const askOf = ({ name }: Staff): WayToAsk => ({ by: 'broker', name });

function wayTo(citizen: Citizen, contact: Staff, smallJob: SmallJob, at: Temporal.Instant): WayToAsk {
  const reach = reachOf(citizen);
  if (reach.by === 'person') return { by: 'task', channel: citizen.preferredChannel };
  const words = contactInWords(contact);
  const { title, workplace } = smallJob;
  return {
    by: reach.by,
    at,
    letter: reach.onlyAskToCall
      ? { template: 'call-only', data: words }
      : {
          template: 'interest-asked',
          data: { firstName: firstName(citizen), ...words, title, town: workplace.town },
        },
  };
}
