import { openOfferStates, type Citizen, type SmallJob, type Staff } from '#domain';
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

export interface ConsideredContact {
  staff: Staff;
  /** Citizens whose broker she or he is: what `GET /staff` says. */
  caseload: number;
  room: number;
}

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

/** Reads who could sit where. The one place that knows where the pairs come from. */
export async function considered(
  unit: UnitOfWork,
  { index, day }: CurrentMatching,
  rules: AssignmentRules,
): Promise<Considered> {
  const open = await unit.smallJobs.list({ status: 'open' }, { order: [{ by: 'id' }] });
  const smallJobs = open.filter(({ positions, seatsTaken }) => seatsTaken < positions);
  const everybody = await unit.citizens.list({}, { order: [{ by: 'id' }] });
  const busy = await whoIsBusy(unit);
  const citizens = everybody.filter(({ id }) => !busy.has(id));
  const contactOf = await contactsOfJobs(unit, smallJobs);
  const contacts = await contactsWithRoom(unit, [...new Set(contactOf.values())], everybody, rules);
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
    contacts: contacts.map(({ staff, room }) => ({ id: staff.id, room })),
  };
  const problem = problemOf(pairs, openings, rules);
  return { ruleVersion: index.ruleVersion, smallJobs, citizens, contacts, pairs, waitedDays, problem };
}

async function whoIsBusy(unit: UnitOfWork): Promise<Set<string>> {
  const matches = await unit.matches.list({ state: { in: ['asking', 'proposed'] } });
  const offers = await unit.offers.list({ state: { in: [...openOfferStates, 'accepted'] } });
  return inPlay({ matches, offers, agreements: await unit.agreements.list() });
}

async function contactsOfJobs(
  unit: UnitOfWork,
  smallJobs: readonly SmallJob[],
): Promise<Map<string, string>> {
  const ids = smallJobs.map(({ id }) => id);
  const assigned = await unit.contacts.list({ smallJobId: { in: ids }, endedAt: { isNull: true } });
  return new Map(assigned.map(({ smallJobId, staffId }) => [smallJobId, staffId]));
}

async function contactsWithRoom(
  unit: UnitOfWork,
  ids: readonly string[],
  everybody: readonly Citizen[],
  { caseloadTarget }: AssignmentRules,
): Promise<ConsideredContact[]> {
  const caseloads = new Map<string, number>();
  for (const { brokerId } of everybody) {
    if (brokerId !== null) caseloads.set(brokerId, (caseloads.get(brokerId) ?? 0) + 1);
  }
  const staff = await unit.staff.list({ id: { in: ids } }, { order: [{ by: 'id' }] });
  return staff.map((one) => {
    const caseload = caseloads.get(one.id) ?? 0;
    return { staff: one, caseload, room: Math.max(0, caseloadTarget - caseload) };
  });
}
