import { isoWithOffset } from '#domain';
import { timelineWhats, type TimelineEntry, type TimelinePage } from '#use-cases';
import { instant, listOf, oneOf, text, uuid } from '../../http/fields/index.js';
import { timelineSentence } from '../../http/sentences/timeline-sentences.js';

const kinds = ['match', 'offer', 'agreement', 'shift', 'escalation', 'small-job', 'company'] as const;

export class TimelineEntryResponse {
  @instant() at!: string;
  @oneOf(timelineWhats, { example: 'match-interest' }) what!: string;
  @text({ example: 'Mette ringede til Jonas og fik ja til at fortælle firmaet' }) text!: string;
  @text({ nullable: true, example: 'Mette Holm' }) who!: string | null;
  @uuid({ nullable: true }) citizenId!: string | null;
  @oneOf(kinds, { nullable: true, description: 'Hvad linjen handler om.' }) subjectKind!: string | null;
  @uuid({ nullable: true }) subjectId!: string | null;
}

export class TimelineResponse {
  @listOf(TimelineEntryResponse) items!: TimelineEntryResponse[];
  @instant({ nullable: true, description: 'Null, når der ikke er mere.' }) nextBefore!: string | null;
}

const toEntry = (entry: TimelineEntry): TimelineEntryResponse => ({
  at: isoWithOffset(entry.at),
  what: entry.what,
  text: timelineSentence(entry),
  who: entry.who,
  citizenId: entry.citizen?.id ?? null,
  subjectKind: entry.subject?.kind ?? null,
  subjectId: entry.subject?.id ?? null,
});

export const toTimeline = ({ entries, next }: TimelinePage): TimelineResponse => ({
  items: entries.map(toEntry),
  nextBefore: next && isoWithOffset(next),
});
