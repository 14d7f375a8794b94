import { listInWords, type Language, type PostingAnswers } from '#domain';
import type { Assumed, FitEstimate } from '#use-cases';
import type { EmployerPostWords } from '../../words/employer-post.js';
import { conditionOf } from './change-words.js';

/** The hint beside the form: templates/partials/page-posting-hint.hbs. */
export interface FitHintView {
  label: string;
  /** "Med det, du har valgt:", and the word. Empty: it could not be worked out. */
  now: string;
  band: string;
  then: { condition: string; band: string }[];
  note: string;
  assumed: string;
}

const SHOWN = 2;

export function fitHintView(
  { band, changes, assumed }: FitEstimate,
  answers: PostingAnswers,
  w: EmployerPostWords,
  language: Language,
  asked: readonly Assumed[] = [],
): FitHintView {
  const help = changes.slice(0, SHOWN);
  return {
    label: w.fitLabel,
    now: w.fitNow,
    band: w.bands[band],
    then: help.map(({ change, band: after }) => ({
      condition: w.fitThen(conditionOf(change, answers, w, language)),
      band: w.bands[after],
    })),
    note: band === 'many' ? w.fitMany : help.length === 0 ? w.fitNoHelp : '',
    // The first day is proposed further on, and rarely decides.
    assumed: listed(
      assumed.filter((one) => one !== 'startDate' && !asked.includes(one)).map((one) => w.assumedOf[one]),
      w,
      language,
    ),
  };
}

/** When it could not be worked out: nobody is kept from going on. */
export const noFitHint = (w: EmployerPostWords): FitHintView => ({
  label: w.fitLabel,
  now: '',
  band: '',
  then: [],
  note: w.fitAway,
  assumed: '',
});

const listed = (names: readonly string[], w: EmployerPostWords, language: Language): string =>
  names.length === 0 ? '' : w.fitAssumed(listInWords(names, language));
