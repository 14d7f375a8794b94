import { firstName } from '#domain';
import type { InterestPage } from '#use-cases';
import type { PageLanguage } from '../../http/page-language.js';
import { cardView, nothingMore, type AnswerView } from '../answer-view.js';
import { contactView } from '../contact-view.js';
import { bothWords, capital, citizenWords } from '../words/index.js';
import { calling } from './offer-outcome.js';

type Words = (typeof citizenWords)['da'];

/** "Må Mette fortælle firmaet om dig?" with exactly the card that the company would see. */
export function interestView(page: InterestPage, language: PageLanguage = page.language): AnswerView {
  const { state } = page;
  const w = citizenWords[language];
  const c = firstName(page.contact);
  const asking = state === 'asking';
  const now = becameOf(page, w, c);
  const cardIsOut = state === 'proposed' || state === 'rejected' || state === 'confirmed';
  const label = asking ? w.companyWouldSee : w.companySees;
  return {
    ...nothingMore,
    language,
    tab: w.yourAnswer,
    municipality: bothWords[language].municipality(page.municipality),
    now,
    greeting:
      asking && !now
        ? { hello: w.hello(page.firstName), intro: `${w.foundJob(c)} ${w.interestIntro}` }
        : null,
    heading: asking ? { lang: language, words: w.mayWeTell(c) } : { lang: 'da', words: page.title },
    facts: asking
      ? [
          { icon: 'page-icon-what', label: w.what, lang: 'da', lines: [page.title] },
          { icon: 'page-icon-when', label: w.when, lang: page.language, lines: [capital(page.when)] },
          { icon: 'page-icon-where', label: w.where, lang: 'da', lines: [page.town] },
        ]
      : [],
    card:
      asking || cardIsOut
        ? cardView(label, w.calledByCompany(page.card.pseudonym), page.card, language)
        : null,
    answers: asking ? { label: w.yourAnswer, form: { always: null, buttons: buttonsOf(page, w) } } : null,
    whom: contactView(w.yourContact, page.contact, language),
    notes: asking ? [w.interestIfYes, w.interestIfNo(c)] : [],
  };
}

function buttonsOf({ calls }: InterestPage, w: Words) {
  const all = [
    { name: 'answer', value: 'yes', label: w.interestYes, look: 'first' as const },
    { name: 'answer', value: 'no', label: w.no, look: 'next' as const },
    { name: 'answer', value: 'call', label: w.call, look: 'next' as const },
  ];
  return calls === null ? all : all.slice(0, 2);
}

/** A company's no is told by the contact and never by a machine, so it looks as if the company still thinks. */
function becameOf(page: InterestPage, w: Words, c: string): AnswerView['now'] {
  const told = (heading: string, lines: string[]) => ({ heading, label: w.nowThis, lines });
  switch (page.state) {
    case 'asking':
      return page.calls === null ? null : calling(page, w, c);
    case 'proposed':
    case 'rejected':
      return told(w.thanksYes, [w.companyHasCard, w.callsWhenNews(c), w.toStop(c)]);
    case 'confirmed':
      return told(w.companySaidYes, [w.seeTheOffer, w.answerThere, w.inDoubt(c)]);
    case 'withdrawn':
      return page.companyKnows
        ? told(w.proposalOver, [w.companyHearsNoMore, w.looksOn(c), w.toTalk(c)])
        : told(w.companyHearsNothing, [w.noToTellIsFine, w.looksOn(c), w.toTalk(c)]);
    case 'lapsed':
      return page.companyKnows
        ? told(w.proposalOver, [w.companyHearsNoMore, w.looksOn(c), w.toTalk(c)])
        : told(w.expired, [w.companyHasNotHeard, w.perhapsStillFree, w.askAboutJob(c)]);
  }
}
