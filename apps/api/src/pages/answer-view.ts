import type { PersonCard } from '#domain';
import type { PageLanguage } from '../http/page-language.js';
import type { ButtonsView } from './buttons-view.js';
import type { ContactView } from './contact-view.js';
import type { Fact } from './facts-view.js';
import { page, type About, type ShownPage } from './frame/page.js';
import { abilityInWords, bothWords, danishInWords, needInWords } from './words/index.js';

/** What the page of an answer shows, from top to bottom; null and empty parts are left out. */
export interface AnswerView {
  language: PageLanguage;
  /** Says what it is and nothing of the person, since histories are read by others. */
  title: string;
  municipality: string;
  /** What became of it: stands first, and is the heading of the page. */
  now: { heading: string; label: string; lines: string[] } | null;
  greeting: { hello: string; intro: string } | null;
  /** The question, or the job that all this is about. */
  heading: Written;
  facts: Fact[];
  card: CardView | null;
  /** Instead of everything that a shared phone may not show. */
  shared: SharedView | null;
  answers: { label: string; form: ButtonsView } | null;
  refusal: RefusalView | null;
  whom: ContactView;
  notes: string[];
}

export interface Written {
  lang: PageLanguage;
  words: string;
}

/** A no that asks for its reason, folded away until it is wanted. */
interface RefusalView {
  summary: string;
  legend: string;
  reasons: { value: string; label: string }[];
  button: string;
}

/** Why so little stands there, and the way to a code. */
export interface SharedView {
  lines: string[];
  href: string;
  label: string;
}

export interface CardView {
  language: PageLanguage;
  label: string;
  note: string;
  pseudonym: string;
  rows: { label: string; values: string[] }[];
}

export const nothingMore = {
  greeting: null,
  facts: [],
  card: null,
  shared: null,
  answers: null,
  refusal: null,
  notes: [],
} satisfies Partial<AnswerView>;

/** Exactly what a company sees; only rows with something in them. */
export function cardView(label: string, note: string, card: PersonCard, language: PageLanguage): CardView {
  const w = bothWords[language];
  const { wishes, abilities, accommodations, hours, danishLevel } = card;
  const rows = [
    { label: w.wants, values: wishes },
    { label: w.goodAt, values: abilities.map(abilityInWords) },
    { label: w.needs, values: accommodations.map(needInWords) },
    { label: w.hoursAWeek, values: hours ? [w.hours(hours.min, hours.max, hours.wish)] : [] },
    { label: w.danish, values: danishLevel === null ? [] : [danishInWords(danishLevel)] },
  ];
  return {
    language,
    label,
    note,
    pseudonym: card.pseudonym,
    rows: rows.filter(({ values }) => values.length > 0),
  };
}

const shownAnswer = page<AnswerView>('answer');

/** The page shows its contact itself, in its own place. */
export const answerPage = (view: AnswerView, more: Partial<About> = {}): ShownPage =>
  shownAnswer({ ...view, readAloud: true, contact: null, ...more });
