import { firstName } from '#domain';
import type { AnswerPage } from '#use-cases';
import { nothingMore, type AnswerView } from './answer-view.js';
import { contactView } from './contact-view.js';
import { bothWords, citizenWords, employerWords } from './words/index.js';

/** The answer could not be kept: who can help stands on the page. */
export function notSavedView(page: AnswerPage): AnswerView {
  const { purpose, language, municipality, contact } = page;
  const w = bothWords[language];
  const side = (purpose === 'match' ? employerWords : citizenWords)[language];
  return {
    ...nothingMore,
    language,
    title: side.yourAnswer,
    municipality: w.municipality(municipality),
    now: {
      heading: w.notSaved,
      label: side.nowThis,
      lines: [w.somethingChanged, w.findAWay(firstName(contact))],
    },
    heading: { lang: 'da', words: titleOf(page) },
    whom: contactView(side.yourContact, contact, language),
  };
}

/** On a shared phone not even the job is named. */
const titleOf = (page: AnswerPage): string =>
  page.purpose === 'match' ? page.title : (page.details?.title ?? '');
