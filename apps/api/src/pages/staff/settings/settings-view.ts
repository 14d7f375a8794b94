import { instantInWords, timeInWords, type SettingName, type SettingValues } from '#domain';
import type { SettingsFile } from '#use-cases';
import {
  FormView,
  noFaults,
  typedText,
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
  /** When the values were read, sent along. */
  set: string;
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

export function settingsView(file: SettingsFile, typed: Typed = {}, faults: Faults = noFaults): ShownPage {
  const { at, values, standard, changes } = file;
  const list = faults.list.flatMap((fault) => inOwnWords(fault, file));
  const f = new FormView('da', { ...typed, ...theirsIn(faults, values) }, { ...faults, list });
  const groups = w.groups.map(({ heading, fields }) => ({
    heading,
    fields: fields.map((name) => fieldOf(f, name, values, standard)),
  }));
  return settingsPage({
    title: w.tab,
    wide: true,
    heading: w.heading,
    intro: w.intro,
    set: isCrossed(faults) ? String(at) : typedText(typed, 'set') || String(at),
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

/** What a colleague alone has changed meanwhile stands as it is now; the page said otherwise, and nobody chose it. */
function theirsIn({ list }: Faults, values: SettingValues): Typed {
  const theirs = list.flatMap(({ details }) => (details?.['theirs'] ?? []) as SettingName[]);
  return Object.fromEntries(theirs.map((name) => [name, asTyped(values[name])]));
}

/** From now on the page is one of this moment: whoever saves it again has seen what the colleague did. */
const isCrossed = ({ list }: Faults): boolean =>
  list.some(({ code }) => code === 'settings.changed-meanwhile');

const asTyped = (value: SettingValues[SettingName]): string =>
  typeof value === 'boolean' ? (value ? 'ja' : '') : String(value);

/** At the fields that both have changed: how they stand now, and who it was. */
const meanwhile = (fault: FormFault, fields: readonly SettingName[], file: SettingsFile): FormFault[] =>
  fields.map((field) => {
    const by = file.changes.find((one) => one.field === field)?.by ?? null;
    const text = w.meanwhile(inWords(field, file.values[field]), by);
    return { ...fault, field, text: { da: text, en: text } };
  });

/** With the numbers that can be chosen, at the field they are about. */
function inOwnWords(fault: FormFault, file: SettingsFile): FormFault[] {
  const { code, details = {} } = fault;
  if (code === 'settings.changed-meanwhile')
    return meanwhile(fault, (details['fields'] ?? []) as SettingName[], file);
  const field = typeof details['field'] === 'string' ? details['field'] : fault.field;
  const said =
    code === 'settings.out-of-range'
      ? w.range(Number(details['least']), Number(details['most']))
      : code === 'settings.limits-crossed'
        ? w.crossed(labelOf(String(details['other'])))
        : undefined;
  return [{ ...fault, field, ...(said !== undefined && { text: { da: said, en: said } }) }];
}
