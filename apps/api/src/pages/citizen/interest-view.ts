import { firstName, type Language } from '#domain';
import type { InterestDetails, InterestPage } from '#use-cases';
import type { PageLanguage } from '../../http/page-language.js';
import { cardView, nothingMore, type AnswerView } from '../answer-view.js';
import { buttonsTo } from '../buttons-view.js';
import { contactView } from '../contact-view.js';
import { fact, linesIn } from '../facts-view.js';
import { bothWords, capital, citizenWords } from '../words/index.js';
import { calling } from './offer-outcome.js';
import { sharedView } from './code-needed-view.js';

type Words = (typeof citizenWords)['da'];

/**
 * "Må Mette fortælle firmaet om dig?" with exactly the card that the company would see. `href`: the page itself, to
 * come back to after a code.
 */
export function interestView(
  page: InterestPage,
  href: string,
  language: PageLanguage = page.language,
): AnswerView {
  const { details } = page;
  const w = citizenWords[language];
  const c = firstName(page.contact);
  const asking = page.state === 'asking';
  const now = becameOf(page, w, c);
  const hello = w.hello(page.firstName);
  return {
    ...nothingMore,
    language,
    title: w.yourAnswer,
    municipality: bothWords[language].municipality(page.municipality),
    now,
    greeting: asking && !now ? { hello, intro: details ? `${w.foundJob(c)} ${w.interestIntro}` : '' } : null,
    heading: headingOf(page, w, language, now !== null),
    facts: asking && details ? factsOf(details, page.language, w) : [],
    card: details && cardOf(page, details, w, language),
    shared: details ? null : sharedView(w, href, c),
    answers: asking
      ? { label: w.yourAnswer, form: { ...buttonsTo(false), buttons: buttonsOf(page, w) } }
      : null,
    whom: contactView(w.yourContact, page.contact, language),
    notes: asking && details ? [w.interestIfYes, w.interestIfNo(c)] : [],
  };
}

/** Who cannot see what it is about is not asked either; what became of it is a heading by itself. */
function headingOf(
  { state, details, contact }: InterestPage,
  w: Words,
  language: PageLanguage,
  answered: boolean,
): AnswerView['heading'] {
  const c = firstName(contact);
  if (!details) return { lang: language, words: answered ? '' : w.hasJobForYou(c) };
  return state === 'asking'
    ? { lang: language, words: w.mayWeTell(c) }
    : { lang: 'da', words: details.title };
}

const factsOf = ({ title, when, town }: InterestDetails, spoken: Language, w: Words): AnswerView['facts'] => [
  fact('page-icon-what', w.what, linesIn('da', [title])),
  fact('page-icon-when', w.when, linesIn(spoken, [capital(when)])),
  fact('page-icon-where', w.where, linesIn('da', [town])),
];

function cardOf(
  { state }: InterestPage,
  { card }: InterestDetails,
  w: Words,
  language: PageLanguage,
): AnswerView['card'] {
  const isOut = state === 'proposed' || state === 'rejected' || state === 'confirmed';
  if (!isOut && state !== 'asking') return null;
  const label = state === 'asking' ? w.companyWouldSee : w.companySees;
  return cardView(label, w.calledByCompany(card.pseudonym), card, language);
}

function buttonsOf({ calls, details }: InterestPage, w: Words) {
  const decides = [
    { name: 'answer', value: 'yes', label: w.interestYes, look: 'first' as const },
    { name: 'answer', value: 'no', label: w.no, look: 'next' as const },
  ];
  const call = { name: 'answer', value: 'call', label: w.call, look: 'next' as const };
  return [...(details ? decides : []), ...(calls === null ? [call] : [])];
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
