import {
  ladderWarnings,
  listInWords,
  minutesOfDay,
  Temporal,
  timeInWords,
  type LadderDefinition,
  type LadderName,
  type LadderStep,
  type LadderWarning,
  type LocalTime,
  type Staff,
} from '#domain';
import type { StepText } from '#use-cases';
import { laddersWords as w } from '../../words/desk-ladders.js';
import { minutesOf } from './span-field.js';

export interface TimeLine {
  heading: string;
  note: string;
  begins: string;
  rows: { at: string; what: string; said: string }[];
  later: string;
  warningsHeading: string;
  warnings: string[];
}

const SHIFT_AT: LocalTime = '08:00';

/** The ladder as a time line for a shift at 8. */
export function timeLineOf(
  name: LadderName,
  definition: LadderDefinition,
  texts: readonly StepText[],
  withoutPhone: readonly Staff[],
): TimeLine {
  const start = name === 'not-seen' ? minutesOf(definition.graceAfterStart) : 0;
  const { firstShifts } = definition.trigger;
  const sms = definition.steps.some(({ who, channel }) => isColleague(who) && channel === 'sms');
  return {
    heading: w.preview,
    note: w.previewNote,
    begins: w.beginsAt(clock(start)),
    rows: definition.steps.map((step, at) => ({
      at: w.at(clock(start + minutesOf(step.after))),
      what: stepInWords(step),
      said: texts[at]?.text ?? '',
    })),
    later: name === 'not-seen' ? w.onlyList(firstShifts + 1) : '',
    warningsHeading: w.warnings,
    warnings: [
      ...ladderWarnings(definition).map(warningInWords),
      ...(sms && withoutPhone.length > 0
        ? [w.noPhone(listInWords(withoutPhone.map((one) => one.name)))]
        : []),
    ],
  };
}

const isColleague = (who: LadderStep['who']): boolean =>
  who === 'contact' || who === 'deputy' || who === 'duty' || who === 'leader';

export function stepInWords({ who, channel, hours, repeat }: LadderStep): string {
  const to = channel === 'task' ? w.onList(w.targets[who]) : w.sent(w.channels[channel], w.targets[who]);
  const when = hours
    ? w.inHours(timeInWords(hours.from), timeInWords(hours.to), w.targets[hours.otherwise])
    : '';
  return `${to}${when}${repeat ? w.repeated(repeat.times, w.span(minutesOf(repeat.every))) : ''}`;
}

/** "8.15"; seconds only where there are some. */
function clock(minutes: number): string {
  const seconds = Math.round((minutesOfDay(SHIFT_AT) + minutes) * 60);
  const time = Temporal.PlainTime.from('00:00').add({ seconds });
  const words = timeInWords(time.toString().slice(0, 5));
  return time.second === 0 ? words : `${words}.${String(time.second).padStart(2, '0')}`;
}

function warningInWords(warning: LadderWarning): string {
  switch (warning.code) {
    case 'late-first-person':
      return w.lateFirst(warning.minutes);
    case 'ends-late':
      return w.endsLate(warning.minutes);
    case 'workplace-hears-late':
      return w.companyLate(warning.minutes);
    case 'rests':
      return w.rests(timeInWords(warning.from), timeInWords(warning.to));
  }
}

/** Everything a version says, a sentence a line: two versions are compared by these. */
export function linesOf(name: LadderName, definition: LadderDefinition): string[] {
  const { trigger, graceAfterStart, steps, acknowledgeExpiresAfter, quietHours } = definition;
  const l = w.lines;
  const span = (duration: string): string => w.span(minutesOf(duration));
  const when =
    name === 'not-seen'
      ? [
          l.first(trigger.firstShifts),
          trigger.alwaysWhenClose ? l.close : l.notClose,
          l.grace(span(graceAfterStart)),
        ]
      : [];
  return [
    ...when,
    ...steps.map((step) => l.step(span(step.after), w.messages[step.message], stepInWords(step))),
    l.holds(w.call, span(acknowledgeExpiresAfter.call)),
    l.holds(w.drive, span(acknowledgeExpiresAfter.drive)),
    l.holds(w.other, span(acknowledgeExpiresAfter.other)),
    quietHours ? l.quiet(timeInWords(quietHours.from), timeInWords(quietHours.to)) : l.noQuiet,
  ];
}

export const differences = (
  before: readonly string[],
  after: readonly string[],
): { gone: string[]; came: string[] } => ({
  gone: before.filter((line) => !after.includes(line)),
  came: after.filter((line) => !before.includes(line)),
});
