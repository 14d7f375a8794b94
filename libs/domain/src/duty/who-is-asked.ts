import { localDateOf, type Holidays, type Temporal } from '../kernel/index.js';
import { isBusy, nextContactTime, type Staff } from '../staff/index.js';
import { coversMoment, isLeaveOn } from './duty-rules.js';
import type { DutyTurn, StaffLeave } from './duty-turn.js';

/** Everybody a step of a ladder could turn to, as things are at a moment. */
export interface Crew {
  now: Temporal.Instant;
  staff: readonly Staff[];
  leaves: readonly StaffLeave[];
  turns: readonly DutyTurn[];
  holidays: Holidays;
}

export type Asked = 'contact' | 'deputy' | 'duty' | 'leader';
export type AwayReason = 'left' | 'leave' | 'busy';

export interface WhoIsAsked {
  staff: Staff;
  /** Why it is not the one the step names; null when it is, or when the step names nobody in particular. */
  insteadOf: AwayReason | 'off-hours' | 'has-heard' | null;
}

/** Null: is here. */
export function whyAway(one: Staff, { now, leaves }: Pick<Crew, 'now' | 'leaves'>): AwayReason | null {
  if (!one.active) return 'left';
  const today = localDateOf(now);
  if (leaves.some((leave) => leave.staffId === one.id && isLeaveOn(leave, today))) return 'leave';
  return isBusy(one, now) ? 'busy' : null;
}

/** Who is on the duty list now and here: of the team first, then of all teams. */
export function onDutyList(crew: Crew, teamId: string | null): Staff | null {
  const holding = crew.turns.filter((turn) => coversMoment(turn, crew.now));
  const ranked = [
    ...holding.filter((turn) => turn.teamId !== null && turn.teamId === teamId),
    ...holding.filter((turn) => turn.teamId === null),
  ];
  const people = ranked.flatMap(({ staffId }) => crew.staff.find(({ id }) => id === staffId) ?? []);
  return people.find((one) => one.phone !== null && whyAway(one, crew) === null) ?? null;
}

/**
 * Whom a step turns to. An absent person is never asked: neither as contact, nor as deputy, nor because somebody else
 * is absent too. Behind the deputy stand the duty list, the team, and the leaders; null: nobody, and the case belongs
 * on the list that everybody looks at.
 *
 * `heard`: who has been told of this case in this round. A second step is for somebody else.
 */
export function whoIsAsked(
  who: Asked,
  contact: Staff,
  crew: Crew,
  heard: ReadonlySet<string> = new Set(),
): WhoIsAsked | null {
  const duty = onDutyList(crew, contact.teamId);
  const here = (one: Staff | null | undefined): one is Staff => !!one && whyAway(one, crew) === null;
  const reachable = (one: Staff | null | undefined): one is Staff => here(one) && one.phone !== null;
  const fresh = (one: Staff): boolean => !heard.has(one.id);
  const leaders = leadersFor(contact, crew).filter(here);
  const colleagues = crew.staff.filter(
    (one) => one.id !== contact.id && one.teamId !== null && one.teamId === contact.teamId,
  );

  if (who === 'contact') {
    const away = whyAway(contact, crew);
    // Outside the hours in which the contact answers, whoever is on duty is the one to ask (practice).
    if (away === null && (duty === null || isOpen(contact, crew))) return named(contact);
    const standIns = [...standInsOf(contact, crew), deputyIn(contact, crew)].filter(reachable);
    const instead = (away === null || !isFirstOpen(standIns, crew) ? duty : null) ?? standIns[0] ?? duty;
    const someone = instead ?? colleagues.filter(reachable)[0] ?? leaders.filter(reachable)[0];
    return someone ? { staff: someone, insteadOf: away ?? 'off-hours' } : null;
  }
  if (who === 'deputy') {
    const deputy = deputyIn(contact, crew);
    const others = [contact, ...[duty].filter(here), ...colleagues, ...leaders]
      .filter(reachable)
      .filter(fresh);
    if (!deputy) return others[0] ? { staff: others[0], insteadOf: null } : null;
    const away = whyAway(deputy, crew) ?? (heard.has(deputy.id) ? ('has-heard' as const) : null);
    const closed = duty !== null && duty.id !== deputy.id && fresh(duty) && !isOpen(deputy, crew);
    if (away === null && !closed) return named(deputy);
    if (closed && away === null) return { staff: duty, insteadOf: 'off-hours' };
    return others[0] ? { staff: others[0], insteadOf: away } : null;
  }
  if (who === 'duty') {
    if (duty && fresh(duty)) return named(duty);
    const leader = leaders.filter(reachable).find(fresh);
    return leader ? { staff: leader, insteadOf: duty ? 'has-heard' : null } : null;
  }
  // A leader who was asked as a stand-in is asked again as the leader: then nobody has taken it.
  const leader = leaders.find((one) => reachable(one) && fresh(one)) ?? leaders.find(reachable) ?? leaders[0];
  if (leader) return named(leader);
  return duty && fresh(duty) ? { staff: duty, insteadOf: 'left' } : null;
}

const named = (staff: Staff): WhoIsAsked => ({ staff, insteadOf: null });

/** The named colleague of *Optaget til*, and whoever answers during the leave. */
function standInsOf(one: Staff, { staff, leaves, now }: Crew): Staff[] {
  const today = localDateOf(now);
  const ids = [
    ...(isBusy(one, now) ? [one.busyDeputyId] : []),
    ...leaves.filter((leave) => leave.staffId === one.id && isLeaveOn(leave, today)).map((l) => l.standInId),
  ];
  return ids.flatMap((id) => staff.find((other) => other.id === id) ?? []);
}

const deputyIn = (contact: Staff, { staff }: Crew): Staff | undefined =>
  contact.deputyId === null ? undefined : staff.find(({ id }) => id === contact.deputyId);

const leadersFor = (contact: Staff, { staff }: Crew): Staff[] => {
  const leaders = staff.filter(({ role, id }) => role === 'leader' && id !== contact.id);
  const own = (one: Staff): number => (one.teamId !== null && one.teamId === contact.teamId ? 0 : 1);
  return [...leaders].sort((a, b) => own(a) - own(b) || (a.id < b.id ? -1 : 1));
};

const isFirstOpen = ([first]: readonly Staff[], crew: Crew): boolean => !!first && isOpen(first, crew);

/** Answers the phone at this hour. */
const isOpen = ({ contactHours }: Staff, { now, holidays }: Crew): boolean =>
  contactHours.weekdays.length > 0 && nextContactTime(contactHours, now, holidays).equals(now);
