import {
  openOfferStates,
  type Agreement,
  type Citizen,
  type Offer,
  type SmallJob,
  type Staff,
} from '#domain';
import type { AssignmentRules } from '#matching';
import type { UnitOfWork } from '../ports/index.js';

export interface ConsideredContact {
  staff: Staff;
  /** Citizens whose broker she or he is: what `GET /staff` says. */
  caseload: number;
  /** Other people's citizens who have a seat at her or his small jobs already. */
  others: number;
  /** Places left for somebody new, up to the target. */
  room: number;
}

export interface TakenSeat {
  smallJobId: string;
  citizenId: string;
}

/** Who has a seat already: an offer that is open or accepted, or an agreement, as long as it has not ended. */
export function takenSeats({
  offers,
  agreements,
}: {
  offers: Offer[];
  agreements: Agreement[];
}): TakenSeat[] {
  const ended = new Set(agreements.filter(({ state }) => state === 'ended').map(({ offerId }) => offerId));
  return [
    ...offers.filter(
      ({ id, state }) => !ended.has(id) && (state === 'accepted' || openOfferStates.includes(state)),
    ),
    ...agreements.filter(({ state }) => state !== 'ended'),
  ];
}

export interface WhoIsFollowed {
  smallJobs: readonly SmallJob[];
  everybody: readonly Citizen[];
  taken: readonly TakenSeat[];
  /** Per small job its fixed contact. */
  contactOf: ReadonlyMap<string, string>;
}

/**
 * The contacts of the small jobs, and whom each of them follows before the plan: own citizens, and with a seat at one
 * of the contact's jobs somebody else's. Without the latter a place of today's plan would be free again tomorrow.
 */
export async function contactsWithRoom(
  unit: UnitOfWork,
  { smallJobs, everybody, taken, contactOf }: WhoIsFollowed,
  { caseloadTarget }: AssignmentRules,
): Promise<ConsideredContact[]> {
  const caseloads = new Map<string, number>();
  for (const { brokerId } of everybody) {
    if (brokerId !== null) caseloads.set(brokerId, (caseloads.get(brokerId) ?? 0) + 1);
  }
  const brokerOf = new Map(everybody.map(({ id, brokerId }) => [id, brokerId]));
  const othersOf = new Map<string, Set<string>>();
  for (const { smallJobId, citizenId } of taken) {
    const contact = contactOf.get(smallJobId);
    if (contact === undefined || brokerOf.get(citizenId) === contact) continue;
    othersOf.set(contact, (othersOf.get(contact) ?? new Set()).add(citizenId));
  }
  const ids = new Set(smallJobs.flatMap(({ id }) => contactOf.get(id) ?? []));
  const staff = await unit.staff.list({ id: { in: [...ids] } }, { order: [{ by: 'id' }] });
  return staff.map((one) => {
    const caseload = caseloads.get(one.id) ?? 0;
    const others = othersOf.get(one.id)?.size ?? 0;
    return { staff: one, caseload, others, room: Math.max(0, caseloadTarget - caseload - others) };
  });
}
