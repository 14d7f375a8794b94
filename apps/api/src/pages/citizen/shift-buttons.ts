import { absenceSpans, laterMinutes, type ShiftAnswer } from '#domain';
import type { ShiftView } from '#use-cases';
import { citizenMyShiftsWords } from '../words/citizen-my-shifts.js';
import { buttonsTo, type ButtonsView } from '../buttons-view.js';

/** A button, or a question that opens into several. `summary` is empty for the former. */
export interface AnswerBlock {
  summary: string;
  legend: string;
  form: ButtonsView;
}

/** The five buttons in their order; the two that need one more word open first. */
export function blocksOf(
  { language, answers, isToday, calls, more }: ShiftView,
  marks: boolean,
): AnswerBlock[] {
  const w = citizenMyShiftsWords[language];
  // Who has not shown who he or she is can say so for this one day.
  const spans = more ? absenceSpans : (['today'] as const);
  const form = (buttons: ButtonsView['buttons'], always: ButtonsView['always'] = []): ButtonsView => ({
    ...buttonsTo(marks),
    always,
    buttons,
  });
  const one = (value: ShiftAnswer, label: string, look: 'first' | 'next' = 'next'): AnswerBlock => ({
    summary: '',
    legend: '',
    form: form([{ name: 'answer', value, label, look }]),
  });
  const blocks: Record<ShiftAnswer, AnswerBlock> = {
    here: one('here', w.here, 'first'),
    'on-the-way': one('on-the-way', w.onTheWay),
    later: {
      summary: w.later,
      legend: w.howMuchLater,
      form: form(
        laterMinutes.map((value) => ({
          name: 'minutes',
          value: String(value),
          label: w.minutes[value],
          look: 'light' as const,
        })),
        [{ name: 'answer', value: 'later' }],
      ),
    },
    cannot: {
      summary: isToday ? w.cannot : w.cannotThatDay,
      legend: w.howLong,
      form: form(
        spans.map((value) => ({
          name: 'span',
          value,
          label: w.spans[value],
          look: 'light' as const,
        })),
        [{ name: 'answer', value: 'cannot' }],
      ),
    },
    call: one('call', w.call),
  };
  return answers.filter((answer) => answer !== 'call' || calls === null).map((answer) => blocks[answer]);
}
