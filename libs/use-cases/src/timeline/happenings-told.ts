import type { EventType } from '#domain';
import type { AccessSeen, Happening } from '../ports/index.js';
import type { TimelineRows } from './rows-about.js';
import type { TimelineWhat } from './timeline-entry.js';
import type { Told } from './told.js';

/** What no row keeps the time of. */
const whats = {
  CitizenRegistered: 'citizen-registered',
  AgreementDrawnUp: 'agreement-drawn-up',
  HoursChanged: 'agreement-hours-changed',
  OfferWithdrawn: 'offer-withdrawn',
  ShiftMoved: 'shift-moved',
  ShiftCancelled: 'shift-cancelled',
  HoursConfirmed: 'shift-hours-confirmed',
  SmallJobPosted: 'small-job-posted',
  SmallJobChanged: 'small-job-changed',
  SmallJobPublished: 'small-job-published',
  SmallJobPaused: 'small-job-paused',
  SmallJobClosed: 'small-job-closed',
  CompanyRegistered: 'company-registered',
  CompanyClosed: 'company-closed',
  CompanyReopened: 'company-reopened',
} as const satisfies Partial<Record<EventType, TimelineWhat>>;

export const toldEvents = Object.keys(whats) as (keyof typeof whats)[];

/** With what the row it is about says now. */
export function happeningTold({ type, subjectId, at, byStaffId }: Happening, rows: TimelineRows): Told {
  const told: Told = { at, what: whats[type as keyof typeof whats], by: { staffId: byStaffId } };
  const agreement = rows.agreements.find(({ id }) => id === subjectId);
  if (agreement) {
    const { citizenId, smallJobId, startDate, hours } = agreement;
    const from = type === 'HoursChanged' ? hours.at(-1)?.from : startDate;
    return {
      ...told,
      citizenId,
      smallJobId,
      details: { from },
      subject: { kind: 'agreement', id: subjectId },
    };
  }
  const shift = rows.shifts.find(({ id }) => id === subjectId);
  if (shift) {
    const { citizenId, smallJobId, date, start, cancelReason, confirmedMinutes } = shift;
    const minutes = type === 'HoursConfirmed' ? confirmedMinutes : null;
    const reason = type === 'ShiftCancelled' ? cancelReason : null;
    const details = { date, start, reason, minutes, paid: shift.paid ? 'yes' : 'no' };
    return { ...told, citizenId, smallJobId, details, subject: { kind: 'shift', id: subjectId } };
  }
  const offer = rows.offers.find(({ id }) => id === subjectId);
  if (offer) {
    const { citizenId, smallJobId } = offer;
    return { ...told, citizenId, smallJobId, subject: { kind: 'offer', id: subjectId } };
  }
  if (type === 'CitizenRegistered') return { ...told, citizenId: subjectId };
  if (type.startsWith('Company')) return { ...told, subject: { kind: 'company', id: subjectId } };
  return { ...told, smallJobId: subjectId, subject: { kind: 'small-job', id: subjectId } };
}

/** Who changed a record is kept by the access log: an event says only that it happened. */
export const changeTold = ({ at, who }: AccessSeen, citizenId: string): Told => ({
  at,
  what: 'citizen-changed',
  by: { name: who },
  citizenId,
});
