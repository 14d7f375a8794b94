import type { Temporal } from '#domain';

/** What can stand in a timeline; each has its sentence in the words of the desk. */
export const timelineWhats = [
  'citizen-registered',
  'citizen-changed',
  'broker-handed-over',
  'note',
  'match-asked',
  'match-interest',
  'match-proposed',
  'match-reminded',
  'match-confirmed',
  'match-rejected',
  'match-withdrawn',
  'match-lapsed',
  'offer-made',
  'offer-extended',
  'offer-answered',
  'offer-expired',
  'offer-withdrawn',
  'offer-company-told',
  'agreement-drawn-up',
  'agreement-signed-by',
  'agreement-hours-changed',
  'agreement-ended',
  'shift-here',
  'shift-late',
  'shift-on-the-way',
  'shift-later',
  'shift-not-here',
  'shift-call-me',
  'shift-absent',
  'shift-moved',
  'shift-cancelled',
  'shift-hours-confirmed',
  'shift-well-done',
  'case',
  'message-waiting',
  'message-sent',
  'message-delivered',
  'message-failed',
  'message-uncertain',
  'task-done',
  'contact-changed',
  'contact-covered',
  'small-job-posted',
  'small-job-changed',
  'small-job-published',
  'small-job-paused',
  'small-job-closed',
  'company-registered',
  'company-closed',
  'company-reopened',
  'visit',
] as const;
export type TimelineWhat = (typeof timelineWhats)[number];

/** What an entry is about, to go to it. */
export interface TimelineSubject {
  kind: 'match' | 'offer' | 'agreement' | 'shift' | 'escalation' | 'small-job' | 'company';
  id: string;
}

/** One thing that happened. `details` are slugs, names, days (`2026-11-30`) and numbers as text. */
export interface TimelineEntry {
  at: Temporal.Instant;
  what: TimelineWhat;
  /** Who did it, by name; null where nobody in particular did. */
  who: string | null;
  /** Whom it is about; null where it is about no citizen. */
  citizen: { id: string; name: string } | null;
  details: Record<string, string>;
  subject: TimelineSubject | null;
}

/** What a timeline is of: one of these. */
export type TimelineOf =
  | { citizenId: string }
  | { smallJobId: string }
  | { companyId: string }
  | { shiftId: string }
  | { agreementId: string };

export interface TimelinePage {
  /** Newest first. */
  entries: TimelineEntry[];
  /** To go on: what happened before this; null at the end. */
  next: Temporal.Instant | null;
}
