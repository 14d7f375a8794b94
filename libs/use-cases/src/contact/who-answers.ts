import {
  DomainError,
  isBusy,
  localDateOf,
  phoneInWords,
  firstName,
  whoIsAsked,
  type Citizen,
  type Staff,
  type Temporal,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { crewAt } from './crew.js';

/** The active fixed contact of a small job, if it has one. */
export async function fixedContactOf(unit: UnitOfWork, smallJobId: string): Promise<Staff | undefined> {
  const assignment = await unit.contacts.first({ smallJobId, endedAt: { isNull: true } });
  return assignment && (await unit.staff.find(assignment.staffId));
}

/**
 * The fixed contact, or on its days the cover: whoever the small job belongs to, here or away. `known`: who has been read
 * already in this transaction.
 */
export async function contactOfDay(
  unit: UnitOfWork,
  smallJobId: string,
  at: Temporal.Instant,
  known: readonly Staff[] = [],
): Promise<Staff | undefined> {
  const today = localDateOf(at);
  const person = async (staffId: string) =>
    known.find(({ id }) => id === staffId) ?? (await unit.staff.find(staffId));
  const [cover, assignment] = await Promise.all([
    unit.covers.first({ smallJobId, from: { to: today }, to: { from: today } }),
    unit.contacts.first({ smallJobId, endedAt: { isNull: true } }),
  ]);
  const covering = cover && (await person(cover.byStaffId));
  if (covering?.active) return covering;
  return assignment && person(assignment.staffId);
}

/**
 * Who answers for a small job now: the cover on its days, otherwise the fixed contact. Who is on leave or works here no
 * longer is answered for, as long as there is anybody at all.
 */
export async function whoAnswers(
  unit: UnitOfWork,
  smallJobId: string,
  at: Temporal.Instant,
): Promise<Staff | undefined> {
  const contact = await contactOfDay(unit, smallJobId, at);
  if (!contact || !(await isGone(unit, contact, at))) return contact;
  return whoIsAsked('contact', contact, await crewAt(unit, at))?.staff ?? contact;
}

async function isGone(unit: UnitOfWork, { id, active }: Staff, at: Temporal.Instant): Promise<boolean> {
  if (!active) return true;
  const today = localDateOf(at);
  const leave = { staffId: id, from: { to: today }, to: { from: today }, takenBackAt: { isNull: true } };
  return (await unit.leaves.count(leave)) > 0;
}

/** As above. @throws contact.not-set */
export async function contactFor(unit: UnitOfWork, smallJobId: string, at: Temporal.Instant): Promise<Staff> {
  const staff = await whoAnswers(unit, smallJobId, at);
  if (!staff) throw new DomainError('contact.not-set');
  return staff;
}

/** Who takes what comes to somebody now: while busy or away a colleague who is neither. */
export async function whoTakes(unit: UnitOfWork, staff: Staff, at: Temporal.Instant): Promise<Staff> {
  if (!isBusy(staff, at) && !(await isGone(unit, staff, at))) return staff;
  return whoIsAsked('contact', staff, await crewAt(unit, at))?.staff ?? staff;
}

/** The one name and number that both sides get. */
export const contactInWords = (staff: Staff): { contact: string; contactPhone: string } => ({
  contact: firstName(staff),
  contactPhone: staff.phone ? phoneInWords(staff.phone) : '',
});

/** Whom a citizen belongs to outside a small job: the broker, otherwise any leader. */
export async function brokerOf(unit: UnitOfWork, citizen: Citizen): Promise<Staff | undefined> {
  const broker = citizen.brokerId ? await unit.staff.find(citizen.brokerId) : undefined;
  return broker ?? unit.staff.first({ role: 'leader', active: true });
}

/** Somebody who can take over: the named deputy, a colleague of the team, a leader. Never the person itself. */
export async function deputyOf(unit: UnitOfWork, staff: Staff): Promise<Staff | undefined> {
  const named = staff.deputyId ? await unit.staff.find(staff.deputyId) : undefined;
  if (named?.active) return named;
  const colleagues = await unit.staff.list({ active: true }, { order: [{ by: 'id' }] });
  const others = colleagues.filter((colleague) => colleague.id !== staff.id && colleague.phone !== null);
  return (
    others.find((colleague) => colleague.teamId !== null && colleague.teamId === staff.teamId) ??
    others.find((colleague) => colleague.role === 'leader') ??
    others[0]
  );
}
