import { andList, clockText, daysText } from '../danish/amounts.js';
import { accommodationName, byMode } from '../danish/names.js';
import type { Pair } from '../facts.js';
import { waitingDays, type Setting } from '../matching-day.js';
import { tripWithinReach } from '../travel.js';
import { DAY } from '../week/clock.js';
import { minutesLate, slackMinutes } from '../week/late-start.js';
import { shareOf, type Part } from './part.js';

const slackShare = (minutes: number, { rules }: Setting): number =>
  shareOf(minutes, rules.shares.slackFullMinutes);

/** Free minutes around the tightest shift; a shift that needs the late start has none. */
export const slack: Part = {
  id: 'slack',
  sub: 'canGet',
  basis: {
    kind: 'measure',
    of: 'slack-minutes',
    fullAt: ({ rules }) => rules.shares.slackFullMinutes,
    share: slackShare,
  },
  share: ({ job, citizen, setting }) => slackShare(slackMinutes(job.shifts, citizen.free), setting),
  text: ({ job, citizen, setting }) => {
    const late = job.shifts.find((shift) => (minutesLate(shift, citizen.free) ?? 0) > 0);
    if (late) {
      const start = (late.from % DAY) + (minutesLate(late, citizen.free) ?? 0);
      return `møder ${clockText(start)}, og det er i orden`;
    }
    const minutes = slackMinutes(job.shifts, citizen.free);
    if (minutes >= setting.rules.shares.slackFullMinutes) return 'god tid omkring vagterne';
    return minutes === 0 ? 'tiderne passer lige' : `${minutes} min. luft omkring vagterne`;
  },
};

const trip = ({ citizen, metres, setting }: Pair) =>
  tripWithinReach(metres, citizen.citizen.reach, setting.rules.travel);

const tripShare = (minutes: number, { rules }: Setting): number =>
  shareOf(rules.shares.travelNoneAtMinutes - minutes, rules.shares.travelNoneAtMinutes);

export const travel: Part = {
  id: 'travel',
  sub: 'canGet',
  basis: {
    kind: 'measure',
    of: 'trip-minutes',
    fullAt: ({ rules }) => rules.shares.travelNoneAtMinutes,
    share: tripShare,
  },
  share: (pair) =>
    tripShare(trip(pair)?.minutes ?? pair.setting.rules.shares.travelNoneAtMinutes, pair.setting),
  text: (pair) => {
    const way = trip(pair);
    return way === null ? 'kan ikke nås endnu' : `${way.minutes} min. ${byMode[way.mode]}`;
  },
};

/**
 * The fixed contact of the small job is the citizen's broker, so nobody new comes in: each change of person costs
 * 22 % of the chance (R18). While no contact is set, the broker can still become it (practice.md, "One person").
 */
const continuity = ({ job, citizen }: Pair): 'same' | 'notSet' | 'changed' => {
  const { brokerId } = citizen.citizen;
  if (brokerId === null) return 'changed';
  if (job.job.fixedContactId === null) return 'notSet';
  return job.job.fixedContactId === brokerId ? 'same' : 'changed';
};

export const contact: Part = {
  id: 'contact',
  sub: 'canGet',
  basis: {
    kind: 'same',
    job: ({ job }) => job.fixedContactId,
    citizen: ({ citizen }) => citizen.brokerId,
    standIn: (key) => ({ citizen: { brokerId: key as string | null } }),
  },
  share: (pair) => pair.setting.rules.shares.contact[continuity(pair)],
  text: (pair) =>
    ({ same: 'samme kontaktperson', notSet: 'kontaktpersonen kan følge med', changed: 'ny kontaktperson' })[
      continuity(pair)
    ],
};

const waitingShare = (days: number, { rules }: Setting): number =>
  shareOf(days, rules.shares.waitingFullDays);

export const waiting: Part = {
  id: 'waiting',
  sub: 'canGet',
  basis: {
    kind: 'measure',
    of: 'waiting-days',
    fullAt: ({ rules }) => rules.shares.waitingFullDays,
    share: waitingShare,
  },
  share: ({ citizen, setting }) =>
    waitingShare(waitingDays(citizen.citizen.waitingSince, setting.day), setting),
  text: ({ citizen, setting }) => {
    const days = waitingDays(citizen.citizen.waitingSince, setting.day);
    return days === 0 ? 'lige begyndt at vente' : `ventet ${daysText(days)}`;
  },
};

/** What the citizen has agreed to name and the company offers (R46). Who needs nothing lacks nothing. */
export const accommodations: Part = {
  id: 'accommodations',
  sub: 'canGet',
  basis: {
    kind: 'lookup',
    job: ({ job }) => JSON.stringify([...job.accommodationsOffered].sort()),
    citizen: ({ citizen }) => JSON.stringify([...citizen.needs].sort()),
    standIn: (key) => ({ citizen: { needs: JSON.parse(key as string) as string[] } }),
  },
  share: (pair) => {
    const needs = pair.citizen.citizen.needs.length;
    return needs === 0 ? 10_000 : shareOf(needs - lacking(pair).length, needs);
  },
  text: (pair) => {
    const { needs } = pair.citizen.citizen;
    if (needs.length === 0) return 'ingen særlige ønsker til rammerne';
    const lacks = lacking(pair);
    if (lacks.length > 0) return `skal aftales: ${andList(lacks.map(accommodationName))}`;
    return `med ${andList(needs.map(accommodationName))}`;
  },
};

const lacking = ({ job, citizen }: Pair): string[] =>
  citizen.citizen.needs.filter((need) => !job.job.accommodationsOffered.includes(need));
