import type { Language, PersonCard } from '#domain';
import type { PageLanguage } from '../http/page-language.js';
import type { ContactView } from './contact-view.js';
import { page, type About, type ShownPage } from './frame/page.js';
import { abilityInWords, bothWords, danishInWords, needInWords } from './words/index.js';

/** What the page of an answer shows, from top to bottom; null and empty parts are left out. */
export interface AnswerView {
  language: PageLanguage;
  /** The name of the tab: says what it is and nothing of the person, since histories are read by others. */
  tab: string;
  municipality: string;
  /** What became of it: stands first, and is the heading of the page. */
  now: { heading: string; label: string; lines: string[] } | null;
  /** Why not, asked after a no. */
  whyNot: { heading: string; hint: string; form: FormView } | null;
  takeBack: { text: string; notice: string; form: FormView } | null;
  greeting: { hello: string; intro: string } | null;
  /** The question, or the job that all this is about. */
  heading: Written;
  facts: Fact[];
  said: { label: string; lead: string; words: string } | null;
  card: CardView | null;
  answers: { label: string; form: FormView } | null;
  refusal: RefusalView | null;
  whom: ContactView;
  notes: string[];
}

export interface Fact {
  /** A partial of its own: templates/partials/page-icon-….hbs. */
  icon: 'page-icon-what' | 'page-icon-when' | 'page-icon-where' | 'page-icon-pay';
  label: string;
  /** What the company wrote is Danish, whatever the page speaks; a screen reader must know. */
  lang: Language;
  lines: string[];
}

export interface Written {
  lang: PageLanguage;
  words: string;
}

/** Buttons that send one word each; `always` goes along with every one of them. */
export interface FormView {
  always: { name: string; value: string } | null;
  buttons: { name: string; value: string; label: string; look: 'first' | 'next' | 'light' }[];
}

/** A no that asks for its reason, folded away until it is wanted. */
export interface RefusalView {
  summary: string;
  legend: string;
  reasons: { value: string; label: string }[];
  button: string;
}

export interface CardView {
  language: PageLanguage;
  label: string;
  note: string;
  pseudonym: string;
  rows: { label: string; values: string[] }[];
}

export const nothingMore = {
  whyNot: null,
  takeBack: null,
  greeting: null,
  facts: [],
  said: null,
  card: null,
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
  shownAnswer({ ...view, title: view.tab, readAloud: true, contact: null, ...more });
