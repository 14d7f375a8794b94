import {
  dayInWords,
  kronerInWords,
  oneLine,
  phoneInPairs,
  weekInWords,
  weeklyMinutes,
  type SmallJob,
  type Staff,
} from '#domain';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { decimal } from './handles.js';

/** "12 timer", "7,5 timer". */
export const weeklyHours = ({ weeklyShifts }: SmallJob): string =>
  w.hoursAWeek(decimal(weeklyMinutes(weeklyShifts) / 60));

/** What one has to know of a job to talk about it, on one line or two. */
export const factLine = (job: SmallJob, company: string): string =>
  [
    company,
    oneLine(job.workplace),
    `${weeklyHours(job)} om ugen`,
    weekInWords(job.weeklyShifts),
    `fra ${dayInWords(job.startDate)}`,
    `${kronerInWords(job.hourlyWageOre)} i timen`,
  ].join(' · ');

export const contactLine = (contact: Staff | null): string =>
  contact === null
    ? w.noContact
    : `${w.contact(contact.name)}${contact.phone ? `, ${phoneInPairs(contact.phone)}` : ''}`;

export const seatLine = ({ positions, seatsTaken }: SmallJob): string =>
  w.seats(positions - seatsTaken, positions);
