import { firstName } from '#domain';
import type { AnswerPage } from '#use-cases';
import { contactView, nothingMore, type AnswerView } from './answer-view.js';
import { bothWords, citizenWords, employerWords } from './words/index.js';

/** The answer could not be kept: who can help stands on the page. */
export function notSavedView({ purpose, language, municipality, title, contact }: AnswerPage): AnswerView {
  const w = bothWords[language];
  const side = (purpose === 'match' ? employerWords : citizenWords)[language];
  return {
    ...nothingMore,
    language,
    tab: side.yourAnswer,
    municipality: w.municipality(municipality),
    now: {
      heading: w.notSaved,
      label: side.nowThis,
      lines: [w.somethingChanged, w.findAWay(firstName(contact))],
    },
    heading: { lang: 'da', words: title },
    contact: contactView(side.yourContact, contact, language),
  };
}
