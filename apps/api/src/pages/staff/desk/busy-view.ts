import { firstName, isBusy, listInWords } from '#domain';
import type { BusyChoices } from '#use-cases';
import {
  FormView,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { urgentWords } from '../../words/desk-urgent.js';
import { whenInWords } from '../../words/when-in-words.js';

interface BusyView {
  heading: string;
  intro: string;
  /** While one is busy. */
  now: { text: string; end: string } | null;
  /** Null: nobody could take over. */
  form: { length: ChoiceView; time: InputView; who: ChoiceView; start: string } | null;
  nobody: string;
  errors: ErrorSummaryView | null;
}

const busyPage = page<BusyView>('staff/desk/busy');
const w = urgentWords.busy;

export function busyView(
  { me, standIn, standIns, now }: BusyChoices,
  typed: Typed,
  faults: Faults,
): ShownPage {
  const f = new FormView('da', typed, faults);
  const form = {
    length: f.choice('laengde', w.until, {
      value: '30',
      options: Object.entries(w.untilChoices)
        .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
        .map(([value, label]) => ({ value, label })),
    }),
    time: f.input('klokken', w.time, { type: 'time', width: 's', optional: true, hint: w.timeHint }),
    who: f.choice('kollega', w.who, {
      value: standIns[0]?.id ?? '',
      hint: w.suggestions(listInWords(standIns.slice(0, 4).map(firstName))),
      options: standIns.map(({ id, name }) => ({
        value: id,
        label: id === me.deputyId ? w.named(name) : name,
      })),
    }),
    start: w.start,
  };
  return busyPage({
    title: w.tab,
    back: { href: '/kommune', label: urgentWords.heading },
    messages: urgentWords.said,
    heading: w.heading,
    intro: w.intro,
    now: isBusy(me, now)
      ? {
          text: w.now(whenInWords(me.busyUntil!, now), standIn?.name ?? urgentWords.somebody),
          end: w.end,
        }
      : null,
    form: standIns.length > 0 ? form : null,
    nobody: w.nobody,
    errors: f.errors(),
  });
}

/** JavaScript puts keys that are numbers first, whatever order they are written in. */
const order = ['15', '30', '60', 'kl'];
