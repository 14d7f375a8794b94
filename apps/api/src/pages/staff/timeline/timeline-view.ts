import { addDays, dayInWords, localDateOf, localTimeOf, Temporal, timeInWords } from '#domain';
import type { TimelineEntry, TimelinePage, TimelineSubject } from '#use-cases';
import { timelineSentence } from '../../../http/sentences/timeline-sentences.js';
import { capital } from '../../words/choices.js';
import { timelineWords } from '../../words/desk-timeline.js';

/** templates/partials/page-desk-timeline.hbs */
export interface TimelineView {
  days: { heading: string; lines: TimelineLine[] }[];
  empty: string;
  /** The older ones; null at the end. */
  more: { href: string; label: string } | null;
  /** Back to the newest; null when one is there. */
  first: { href: string; label: string } | null;
}

export interface TimelineLine {
  /** Wall time, "9.12". */
  time: string;
  iso: string;
  text: string;
  /** What it is about; empty where there is nothing to go to. */
  href: string;
  /** Why, and what was agreed; empty for none. */
  under: string;
  /** On pages that are not the citizen's own: whom it is about. */
  citizen: { href: string; name: string } | null;
}

export interface TimelineOptions {
  /** The page it stands on: `?foer=` leads on from it. */
  path: string;
  /** What `?foer=` of the address said, or undefined. */
  before?: Temporal.Instant | undefined;
  now: Temporal.Instant;
  /** Names whom each line is about: on the pages of a job, a company, a shift. */
  naming?: boolean;
}

/** The name in an address of the time to go on from. */
export const BEFORE = 'foer';

/** How many lines stand on a page at first. */
export const TIMELINE_LINES = 30;
/** Where it stands beside other things. */
export const TIMELINE_BESIDE = 12;

/** What `?foer=` says; undefined where it says nothing that can be understood. */
export function readBefore(query: Readonly<Record<string, unknown>>): Temporal.Instant | undefined {
  const text = query[BEFORE];
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) return undefined;
  const milliseconds = Number(text);
  return milliseconds <= 8.64e15 ? Temporal.Instant.fromEpochMilliseconds(milliseconds) : undefined;
}

export function timelineView(page: TimelinePage, options: TimelineOptions): TimelineView {
  const { path, before, now, naming = false } = options;
  const days: TimelineView['days'] = [];
  for (const entry of page.entries) {
    const heading = dayHeading(entry.at, now);
    if (days.at(-1)?.heading !== heading) days.push({ heading, lines: [] });
    days.at(-1)!.lines.push(lineOf(entry, naming));
  }
  const { more, first } = timelineWords;
  return {
    days,
    empty: timelineWords.empty,
    more: page.next && {
      href: `${path}?${BEFORE}=${page.next.epochMilliseconds}#forloeb`,
      label: more,
    },
    first: before ? { href: `${path}#forloeb`, label: first } : null,
  };
}

function dayHeading(at: Temporal.Instant, now: Temporal.Instant): string {
  const day = localDateOf(at);
  const today = localDateOf(now);
  if (day === today) return timelineWords.today;
  if (day === addDays(today, -1)) return timelineWords.yesterday;
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  return capital(dayInWords(day)) + year;
}

function lineOf(entry: TimelineEntry, naming: boolean): TimelineLine {
  const { at, citizen, subject } = entry;
  return {
    time: timeInWords(localTimeOf(at)),
    iso: at.toString(),
    text: timelineSentence(entry),
    href: subject ? hrefOf(subject) : '',
    under: underOf(entry, naming),
    citizen: naming && citizen ? { href: `/kommune/borgere/${citizen.id}`, name: citizen.name } : null,
  };
}

function underOf({ what, details }: TimelineEntry, naming: boolean): string {
  const parts: string[] = [];
  if (what === 'note') {
    if (details.agreed) parts.push(timelineWords.agreed(details.agreed));
    if (details.followUpOn) parts.push(timelineWords.followUp(details.followUpOn));
  }
  if (what === 'agreement-ended' && details.learnt) parts.push(timelineWords.learnt(details.learnt));
  if (what === 'broker-handed-over' && details.note) parts.push(details.note);
  if (details.title && !naming) parts.push(timelineWords.job(details.title));
  return parts.join(' · ');
}

const paths: Readonly<Record<TimelineSubject['kind'], string>> = {
  match: '/kommune/forslag',
  offer: '/kommune/tilbud',
  agreement: '/kommune/aftaler',
  shift: '/kommune/vagter',
  escalation: '/kommune/sager',
  'small-job': '/kommune/job',
  company: '/kommune/virksomheder',
};

const hrefOf = ({ kind, id }: TimelineSubject): string => `${paths[kind]}/${id}`;
