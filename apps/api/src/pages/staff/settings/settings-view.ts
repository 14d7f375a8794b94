import { instantInWords, timeInWords, type SettingName, type SettingValues } from '#domain';
import type { SettingsFile } from '#use-cases';
import {
  FormView,
  noFaults,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type FormFault,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { settingsWords as w } from '../../words/desk-settings.js';

interface SettingsView {
  heading: string;
  intro: string;
  errors: ErrorSummaryView | null;
  groups: { heading: string; fields: { tick: ChoiceView | null; input: InputView | null }[] }[];
  save: string;
  history: {
    heading: string;
    none: string;
    rows: { what: string; change: string; when: string }[];
  };
  links: { href: string; label: string }[];
}

const settingsPage = page<SettingsView>('staff/settings/settings');

export function settingsView(
  { values, standard, changes }: SettingsFile,
  typed: Typed = {},
  faults: Faults = noFaults,
): ShownPage {
  const f = new FormView('da', typed, { ...faults, list: faults.list.map(inOwnWords) });
  const groups = w.groups.map(({ heading, fields }) => ({
    heading,
    fields: fields.map((name) => fieldOf(f, name, values, standard)),
  }));
  return settingsPage({
    title: w.tab,
    wide: true,
    heading: w.heading,
    intro: w.intro,
    groups,
    errors: f.errors(),
    save: w.save,
    history: {
      heading: w.history,
      none: changes.length === 0 ? w.noHistory : '',
      rows: changes.map(({ field, before, after, at, by }) => ({
        what: labelOf(field),
        change: w.change(inWords(field, before.value), inWords(field, after.value)),
        when: w.changedBy(instantInWords(at), by),
      })),
    },
    links: [
      { href: '/kommune/tekster', label: w.links.texts },
      { href: '/kommune/trin', label: w.links.ladders },
    ],
    messages: { gemt: w.saved },
  });
}

function fieldOf(
  f: FormView,
  name: SettingName,
  values: SettingValues,
  standard: SettingValues,
): { tick: ChoiceView | null; input: InputView | null } {
  const [label, does, unit = ''] = w.settings[name];
  const hint = w.hint(does, inWords(name, standard[name]));
  const value = values[name];
  if (typeof value === 'boolean') {
    const options = [{ value: 'ja', label }];
    return { tick: f.choices(name, '', { hint, options, value: value ? 'ja' : '' }), input: null };
  }
  const input =
    typeof value === 'string'
      ? f.time(name, label, { hint, value })
      : f.number(name, label, { hint, value: String(value), suffix: unit });
  return { tick: null, input };
}

/** "72 timer", "kl. 20", "ja"; a sentence as it is. */
function inWords(field: string, value: string | number | boolean | null): string {
  if (value === null) return w.values.nothing;
  if (typeof value === 'boolean') return value ? w.values.yes : w.values.no;
  if (typeof value === 'number') return w.unit(String(value), w.settings[field as SettingName]?.[2] ?? '');
  return /^\d\d:\d\d$/.test(value) ? w.at(timeInWords(value)) : `»${value}«`;
}

const labelOf = (field: string): string =>
  w.settings[field as SettingName]?.[0] ?? w.sentences[field] ?? field;

/** With the numbers that can be chosen, at the field they are about. */
function inOwnWords(fault: FormFault): FormFault {
  const { code, details = {} } = fault;
  const field = typeof details['field'] === 'string' ? details['field'] : fault.field;
  const said =
    code === 'settings.out-of-range'
      ? w.range(Number(details['least']), Number(details['most']))
      : code === 'settings.limits-crossed'
        ? w.crossed(labelOf(String(details['other'])))
        : undefined;
  return { ...fault, field, ...(said !== undefined && { text: { da: said, en: said } }) };
}
