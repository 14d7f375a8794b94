import type { TextPlace } from '../own-text/index.js';
import type { LadderMessage, LadderStep, StepTarget } from './ladder.js';

/** What a step can be about, for each whom it turns to. The first is what a new step begins with. */
export const messagesFor: Readonly<Record<StepTarget, readonly LadderMessage[]>> = {
  citizen: ['not-seen-citizen', 'not-here-citizen'],
  workplace: ['not-seen-workplace', 'workplace-told'],
  contact: ['not-here-contact', 'not-seen-contact'],
  deputy: ['not-here-deputy'],
  duty: ['not-here-deputy'],
  leader: ['not-here-leader'],
  list: ['nobody-took-it'],
};

/**
 * The text that a step sends, by what `StepActions` does with it; null for a task on a list. The sentence to the
 * workplace is the one for somebody who looks into it: nobody has taken the case when the step is due.
 */
export function textPlaceOf({ who, channel, message }: LadderStep): TextPlace | null {
  if (channel === 'task' || who === 'list') return null;
  return { name: nameFor(who, message), language: 'da', channel };
}

function nameFor(who: Exclude<StepTarget, 'list'>, message: LadderMessage): string {
  if (who === 'citizen') return message === 'not-here-citizen' ? 'not-here-citizen' : 'not-seen-citizen';
  if (who === 'workplace')
    return message === 'workplace-told' ? 'workplace-told-looks-into-it' : 'not-seen-workplace';
  if (message === 'not-here-leader') return 'not-here-leader';
  return message === 'not-here-deputy' || who === 'deputy' || who === 'duty'
    ? 'not-here-deputy'
    : 'not-here-contact';
}

export type LadderWarning =
  | { code: 'late-first-person'; minutes: number }
  | { code: 'ends-late'; minutes: number }
  | { code: 'rests'; from: string; to: string }
  | { code: 'workplace-hears-late'; minutes: number };

const SLOWEST_FIRST_PERSON = 30;
const LONGEST = 120;

const minutesOf = (after: string): number => {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(after) ?? [];
  return Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
};

/** What is allowed and still worth a second look, as when the first colleague hears of it late. */
export function ladderWarnings({
  steps,
  quietHours,
}: {
  steps: readonly LadderStep[];
  quietHours: { from: string; to: string } | null;
}): LadderWarning[] {
  const warnings: LadderWarning[] = [];
  const first = steps.find(({ who }) => who !== 'citizen' && who !== 'workplace');
  const firstAt = first ? minutesOf(first.after) : 0;
  if (firstAt > SLOWEST_FIRST_PERSON) warnings.push({ code: 'late-first-person', minutes: firstAt });
  const endsAt = minutesOf(steps.at(-1)?.after ?? 'PT0S');
  if (endsAt > LONGEST) warnings.push({ code: 'ends-late', minutes: endsAt });
  const told = steps.find(({ message }) => message === 'workplace-told');
  const toldAt = told ? minutesOf(told.after) : 0;
  if (toldAt > SLOWEST_FIRST_PERSON) warnings.push({ code: 'workplace-hears-late', minutes: toldAt });
  if (quietHours) warnings.push({ code: 'rests', ...quietHours });
  return warnings;
}
