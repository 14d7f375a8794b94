import { openOfferStates, type Citizen, type SmallJob } from '#domain';
import {
  pairsOf,
  problemOf,
  waitingDays,
  type AssignmentProblem,
  type AssignmentRules,
  type FittingPairs,
} from '#matching';
import { inPlay } from '../match/in-play.js';
import type { CurrentMatching } from '../match/index/matching-indexes.js';
import type { UnitOfWork } from '../ports/index.js';
import { contactsWithRoom, takenSeats, type ConsideredContact } from './contacts-with-room.js';

/** Everything that a plan is made of. Each number of the problem is the place in one of these lists. */
export interface Considered {
  ruleVersion: string;
  /** Open, with free seats; by id. */
  smallJobs: SmallJob[];
  /** Nobody has asked them anything, and nothing is agreed; by id. */
  citizens: Citizen[];
  contacts: ConsideredContact[];
  pairs: FittingPairs;
  waitedDays: number[];
  problem: AssignmentProblem;
}

/** Reads who could sit where, of everybody or those `among`. The one place that knows where the pairs come from. */
export async function considered(
  unit: UnitOfWork,
  { index, day }: CurrentMatching,
  { rules, among }: { rules: AssignmentRules; among?: ReadonlySet<string> },
): Promise<Considered> {
  const open = await unit.smallJobs.list({ status: 'open' }, { order: [{ by: 'id' }] });
  const smallJobs = open.filter(({ positions, seatsTaken }) => seatsTaken < positions);
  const everybody = await unit.citizens.list({}, { order: [{ by: 'id' }] });
  const going = {
    matches: await unit.matches.list({ state: { in: ['asking', 'proposed'] } }),
    offers: await unit.offers.list({ state: { in: [...openOfferStates, 'accepted'] } }),
    agreements: await unit.agreements.list(),
  };
  const busy = inPlay(going);
  const citizens = everybody.filter(({ id }) => !busy.has(id) && (!among || among.has(id)));
  const taken = takenSeats(going);
  const contactOf = await contactsOfJobs(unit, [
    ...new Set([...smallJobs.map(({ id }) => id), ...taken.map(({ smallJobId }) => smallJobId)]),
  ]);
  const contacts = await contactsWithRoom(unit, { smallJobs, everybody, taken, contactOf }, rules);
  const pairs = pairsOf(
    index.fittingPairs(),
    smallJobs.map(({ id }) => id),
    citizens.map(({ id }) => id),
  );
  const waitedDays = citizens.map(({ waitingSince }) => waitingDays(waitingSince, day));
  const openings = {
    smallJobs: smallJobs.map(({ id, positions, seatsTaken }) => ({
      seats: positions - seatsTaken,
      contactId: contactOf.get(id) ?? null,
    })),
    waitedDays,
    brokerIds: citizens.map(({ brokerId }) => brokerId),
    contacts: contacts.map(({ staff, room }) => ({ id: staff.id, room })),
  };
  const problem = problemOf(pairs, openings, rules);
  return { ruleVersion: index.ruleVersion, smallJobs, citizens, contacts, pairs, waitedDays, problem };
}

async function contactsOfJobs(unit: UnitOfWork, ids: readonly string[]): Promise<Map<string, string>> {
  const assigned = await unit.contacts.list({ smallJobId: { in: ids }, endedAt: { isNull: true } });
  return new Map(assigned.map(({ smallJobId, staffId }) => [smallJobId, staffId]));
}
