import {
  danishField,
  instantInWords,
  listInWords,
  type OwnWording,
  type TextPlace,
  type TextWarning,
} from '#domain';
import type { TextFile, TextLook } from '#use-cases';
import {
  FormView,
  noFaults,
  type ErrorSummaryView,
  type Faults,
  type FormFault,
  type InputView,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { fragment, page, type ShownPage } from '../../frame/page.js';
import { textsWords as w } from '../../words/desk-texts.js';
import { dayIn, nameOf, pathOf, TEXTS } from './texts-view.js';

export interface LookView {
  heading: string;
  note: string;
  /** Empty for an e-mail. */
  left: string;
  over: boolean;
  wrong: string;
  sms: string;
  mail: { subject: string; text: string } | null;
  warnings: string[];
}

interface TextView {
  heading: string;
  now: string;
  againWord: string;
  useWord: string;
  places: { label: string; links: { href: string; label: string; current: boolean }[] };
  errors: ErrorSummaryView | null;
  form: { subject: InputView | null; text: TextareaView; from: InputView };
  save: string;
  send: string;
  sendHint: string;
  standardAgain: { action: string; label: string } | null;
  live: string;
  look: LookView;
  fields: {
    heading: string;
    rows: { field: string; example: string; must: string }[];
    replyWords: string;
    emptyLine: string;
  };
  standard: { heading: string; subject: string; text: string; use: string };
  versions: {
    heading: string;
    none: string;
    rows: { heading: string; made: string; state: string; subject: string; text: string; again: string }[];
  };
}

const textPage = page<TextView>('staff/texts/text');
export const lookFragment = fragment<LookView>('staff/texts/look');

export function textView(
  place: TextPlace,
  file: TextFile,
  look: TextLook,
  typed: Typed,
  faults: Faults = noFaults,
): ShownPage {
  const { text, standard, now, versions, today } = file;
  const isSms = place.channel === 'sms';
  const worded = { ...faults, list: faults.list.map(inOwnWords) };
  const f = new FormView('da', typed, worded);
  const form = {
    subject: isSms ? null : f.input('emne', w.subject, { max: 200 }),
    text: f.textarea('tekst', w.text, {
      rows: isSms ? 5 : 16,
      max: 4000,
      hint: isSms ? w.smsHint : w.emailHint,
    }),
    from: f.date('fra', w.from, { hint: w.fromHint, value: today }),
  };
  const path = pathOf(place);
  return textPage({
    title: w.tab,
    wide: true,
    heading: nameOf(text),
    now: now ? w.isOwn : w.isStandard,
    againWord: w.again,
    useWord: w.useStandard,
    places: { label: w.places, links: placesOf(place, file) },
    form,
    errors: f.errors(),
    save: w.save,
    send: w.send,
    sendHint: w.sendHint,
    standardAgain:
      now || versions.some(({ is }) => is === 'later')
        ? { action: `${path}/standard`, label: w.standardAgain }
        : null,
    live: `${path}/kig`,
    look: lookView(look),
    fields: {
      heading: w.fields,
      rows: standard.demands.fields.map((field) => ({
        field: `{${danishField(field)}}`,
        example: standard.examples[field] ?? '',
        must: standard.demands.needed.includes(field) ? w.mustStand : '',
      })),
      replyWords:
        standard.demands.replyWords.length > 0
          ? w.replyWords(listInWords([...standard.demands.replyWords]))
          : '',
      emptyLine: isSms ? w.emptySentence : w.emptyLine,
    },
    standard: {
      heading: w.standardHeading,
      subject: standard.wording.subject ?? '',
      text: standard.wording.text,
      use: `${path}?fra=standard`,
    },
    versions: {
      heading: w.versions,
      none: versions.length === 0 ? w.noVersions : '',
      rows: versions.map(({ row, by, is }) => ({
        heading: w.version(row.version, dayIn(row.from)),
        made: w.madeBy(instantInWords(row.madeAt), by),
        state: w.states[is],
        subject: row.wording?.subject ?? '',
        text: row.wording?.text ?? w.standardVersion,
        again: row.wording ? `${path}?fra=${row.version}` : '',
      })),
    },
    back: { href: TEXTS, label: w.back },
    messages: { gemt: w.saved, standard: w.standardBack, sendt: w.sent },
  });
}

const placesOf = (place: TextPlace, { text }: TextFile): TextView['places']['links'] =>
  text.languages.flatMap((language) =>
    text.channels.map((channel) => ({
      href: pathOf({ ...place, language, channel }),
      label: `${w.channels[channel]}, ${w.languages[language].toLowerCase()}`,
      current: language === place.language && channel === place.channel,
    })),
  );

export function lookView({ written, warnings, placesLeft }: TextLook, wrong = ''): LookView {
  const over = placesLeft !== null && placesLeft < 0;
  return {
    heading: w.look,
    note: w.lookNote,
    left: placesLeft === null ? '' : over ? w.over(-placesLeft) : w.left(placesLeft),
    over,
    wrong,
    sms: written?.channel === 'sms' ? written.text : '',
    mail: written?.channel === 'email' ? { subject: written.subject, text: written.text.trim() } : null,
    warnings: warnings.map(warningInWords),
  };
}

function warningInWords(warning: TextWarning): string {
  if (warning.code === 'heavy') return w.heavy(warning.lix);
  return warning.code === 'pressing' ? w.pressing(warning.words.join(', ')) : w.exclamation;
}

/** What is wrong, with the names of what is wrong, and at the field it stands in. */
export function inOwnWords(fault: FormFault): FormFault {
  const { details = {}, code } = fault;
  const field = details['place'] === 'subject' ? 'emne' : details['place'] === 'text' ? 'tekst' : fault.field;
  const named = (what: string): string =>
    ((details[what] ?? []) as string[]).map((one) => `{${one}}`).join(', ');
  const words = ((details['words'] ?? []) as string[]).join(', ');
  const said: Partial<Record<NonNullable<FormFault['code']>, string>> = {
    'text.unknown-field': w.refused.unknown(named('fields')),
    'text.field-missing': w.refused.missing(named('fields')),
    'text.reply-words-missing': w.refused.replies(words),
    'text.forbidden-words': w.refused.forbidden(words),
  };
  const text = code === undefined ? undefined : said[code];
  return { ...fault, field, ...(text !== undefined && { text: { da: text, en: text } }) };
}

export const wordingIn = (typed: { emne?: string; tekst?: string }, isSms: boolean): OwnWording => ({
  subject: isSms ? null : (typed.emne ?? ''),
  text: (typed.tekst ?? '').replace(/\r\n/g, '\n'),
});
