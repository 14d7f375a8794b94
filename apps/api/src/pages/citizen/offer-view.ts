import { declineReasons, firstName, type OfferAnswer } from '#domain';
import type { OfferPage } from '#use-cases';
import { contactView, nothingMore, type AnswerView, type Fact } from '../answer-view.js';
import { bothWords, capital, citizenWords } from '../words/index.js';
import { becameOf } from './offer-outcome.js';

/** An offer, from "Hej Jonas" to what a no means; after an answer, what happens now comes first. */
export function offerView(page: OfferPage): AnswerView {
  const w = citizenWords[page.language];
  const c = firstName(page.contact);
  const open = page.state === 'sent' || page.state === 'visiting';
  const stillOn = open || page.state === 'accepted';
  const now = becameOf(page, w, c);
  return {
    ...nothingMore,
    language: page.language,
    tab: w.yourAnswer,
    municipality: bothWords[page.language].municipality(page.municipality),
    now,
    whyNot: whyNot(page),
    takeBack: takeBack(page),
    greeting: open && !now ? { hello: w.hello(page.firstName), intro: w.foundJob(c) } : null,
    heading: { lang: 'da', words: page.title },
    facts: stillOn ? factsOf(page) : [],
    said:
      open && page.ownWords !== '' ? { label: w.whyThisJob, lead: w.youSaid, words: page.ownWords } : null,
    answers: open ? { label: w.yourAnswer, form: { always: null, buttons: buttonsOf(page) } } : null,
    contact: contactView(w.yourContact, page.contact, page.language),
    notes: open ? notesOf(page, c) : [],
  };
}

function factsOf(page: OfferPage): Fact[] {
  const { language: lang } = page;
  const w = citizenWords[lang];
  const whenToo = page.latestStart === '' ? [] : [w.laterIsFine(page.latestStart)];
  const when = [capital(page.when), w.fromDay(page.startDay), ...whenToo];
  return [
    { icon: 'page-icon-what', label: w.what, lang: 'da', lines: [page.description] },
    { icon: 'page-icon-when', label: w.when, lang, lines: when },
    { icon: 'page-icon-where', label: w.where, lang, lines: [page.where, page.travel].filter(Boolean) },
    { icon: 'page-icon-pay', label: w.pay, lang, lines: [w.anHour(page.wage)] },
  ];
}

/** The four answers in their order; a wish that is being seen to already is not offered again. */
function buttonsOf({ language, state, calls }: OfferPage) {
  const w = citizenWords[language];
  const left: OfferAnswer[] = ['yes', 'no'];
  if (state !== 'visiting') left.push('visit');
  if (calls === null) left.push('call');
  return left.map((value) => ({
    name: 'answer',
    value,
    label: w[value],
    look: value === 'yes' ? ('first' as const) : ('next' as const),
  }));
}

function notesOf(page: OfferPage, c: string): string[] {
  const w = citizenWords[page.language];
  return [
    // A visit is arranged by phone, and the deadline waits for it.
    ...(page.state === 'sent' ? [w.answerBy(page.answerBefore, c)] : []),
    w.ifYes,
    ...(page.noticeOnNo === '' ? [] : [`${w.ifNo} ${page.noticeOnNo}`]),
  ];
}

function takeBack({ language, canTakeBack, changeUntil, noticeOnNo }: OfferPage): AnswerView['takeBack'] {
  if (!canTakeBack) return null;
  const w = citizenWords[language];
  const button = { name: 'answer', value: 'no', label: w.takeBack, look: 'next' as const };
  return {
    text: w.canChange(changeUntil),
    notice: noticeOnNo === '' ? '' : `${w.ifNo} ${noticeOnNo}`,
    form: { always: null, buttons: [button] },
  };
}

function whyNot({ language, state, reason }: OfferPage): AnswerView['whyNot'] {
  if (state !== 'declined' || reason !== null) return null;
  const w = citizenWords[language];
  const buttons = declineReasons.map((value) => ({
    name: 'reason',
    value,
    label: w.reasons[value],
    look: 'light' as const,
  }));
  return {
    heading: w.whyNot,
    hint: w.whyNotHelps,
    form: { always: { name: 'answer', value: 'no' }, buttons },
  };
}
