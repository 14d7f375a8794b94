import { declineReasons, firstName, isStillOn, type Language, type OfferAnswer } from '#domain';
import type { OfferDetails, OfferPage } from '#use-cases';
import type { PageLanguage } from '../../http/page-language.js';
import { offerMoney, type OfferMoneyView } from '../calculator/offer-money.js';
import type { SharedView } from '../answer-view.js';
import { contactView, type ContactView } from '../contact-view.js';
import type { Fact } from '../facts-view.js';
import { page, type ShownPage } from '../frame/page.js';
import { bothWords, citizenWords } from '../words/index.js';
import { buttonsTo, type ButtonsView } from '../buttons-view.js';
import { factsOf } from './offer-facts.js';
import { becameOf } from './offer-outcome.js';
import { whyView, type WhyView } from './offer-reasons.js';
import { sharedView } from './code-needed-view.js';

/** An offer, from "Hej Jonas" to what a no means; after an answer, what happens now comes first. */
interface OfferView {
  /** What became of it: stands first, and is the heading of the page. */
  now: { heading: string; label: string; lines: string[] } | null;
  whyNot: { heading: string; hint: string; form: ButtonsView } | null;
  takeBack: { text: string; notice: string; form: ButtonsView } | null;
  greeting: { hello: string; intro: string } | null;
  /** The job, in the words of the company; empty on a shared phone. */
  job: string;
  facts: Fact[];
  money: OfferMoneyView | null;
  /** The sums are there in Danish and English; empty when the page speaks the same. */
  moneyLang: Language | '';
  why: WhyView | null;
  answers: { label: string; form: ButtonsView } | null;
  /** Instead of everything that a shared phone may not show. */
  shared: SharedView | null;
  calendar: { href: string; label: string } | null;
  whom: ContactView;
  notes: string[];
}

/** Where the page stands: behind a link, or on the page of somebody who is signed in. */
type OfferPlace = { by: 'link'; token: string } | { by: 'session' };

/** An offer in the language that the page speaks. */
type Spoken = Omit<OfferPage, 'language'> & { language: PageLanguage };

const shown = page<OfferView>('citizen/offer');

/** `speaks` is the language of the page; what the use case has put into words stays in the offer's. */
export function offerPageOf(
  offer: OfferPage,
  place: OfferPlace,
  speaks: PageLanguage = offer.language,
): ShownPage {
  return shown({
    ...offerView(offer, place, speaks),
    title: citizenWords[speaks].yourAnswer,
    language: speaks,
    forCitizens: place.by === 'link',
    municipality: bothWords[speaks].municipality(offer.municipality),
    contact: null,
    readAloud: true,
  });
}

export function offerView(
  offer: OfferPage,
  place: OfferPlace,
  speaks: PageLanguage = offer.language,
): OfferView {
  const { details } = offer;
  const spoken = { ...offer, language: speaks };
  const w = citizenWords[speaks];
  const c = firstName(offer.contact);
  const open = offer.state === 'sent' || offer.state === 'visiting';
  const stillOn = isStillOn(offer.state);
  const now = becameOf(offer, w, c);
  const marks = place.by === 'session';
  return {
    now,
    whyNot: whyNot(spoken, marks),
    takeBack: takeBack(spoken, marks),
    greeting:
      open && !now
        ? { hello: w.hello(offer.firstName), intro: details ? w.foundJob(c) : w.hasJobForYou(c) }
        : null,
    job: details?.title ?? '',
    facts: details && stillOn ? factsOf(details, speaks, offer.language) : [],
    money: details && stillOn ? moneyOf(details, offer, place) : null,
    moneyLang: speaks === offer.language ? '' : offer.language,
    why: details && open ? whyView(details.reasons, speaks) : null,
    answers: open ? { label: w.yourAnswer, form: { ...buttonsTo(marks), buttons: buttonsOf(spoken) } } : null,
    shared: details || place.by === 'session' ? null : sharedView(w, `/o/${place.token}`, c),
    calendar:
      marks && stillOn
        ? { href: `/min-side/tilbud/${offer.offerId}/kalender.ics`, label: w.inYourCalendar }
        : null,
    whom: contactView(w.yourContact, offer.contact, speaks),
    notes: open && details ? notesOf(spoken, c) : [],
  };
}

function moneyOf({ money }: OfferDetails, { language }: OfferPage, place: OfferPlace): OfferMoneyView {
  return place.by === 'link'
    ? offerMoney(money, place.token, language)
    : { ...offerMoney(money, '', language), href: '/min-side/penge' };
}

/** The four answers in their order; a wish that is being seen to already is not offered again. */
function buttonsOf({ language, state, calls, details }: Spoken): ButtonsView['buttons'] {
  const w = citizenWords[language];
  // Who cannot see what it is about can ask for a call, and nothing else.
  const left: OfferAnswer[] = details ? ['yes', 'no'] : [];
  if (details && state !== 'visiting') left.push('visit');
  if (calls === null) left.push('call');
  return left.map((value) => ({
    name: 'answer',
    value,
    label: w[value],
    look: value === 'yes' ? ('first' as const) : ('next' as const),
  }));
}

function notesOf(offer: Spoken, c: string): string[] {
  const w = citizenWords[offer.language];
  return [
    // A visit is arranged by phone, and the deadline waits for it.
    ...(offer.state === 'sent' ? [w.answerBy(offer.answerBefore, c)] : []),
    w.ifYes,
    ...(offer.noticeOnNo === '' ? [] : [`${w.ifNo} ${offer.noticeOnNo}`]),
  ];
}

function takeBack(offer: Spoken, marks: boolean): OfferView['takeBack'] {
  const { language, canTakeBack, changeUntil, noticeOnNo, details } = offer;
  if (!canTakeBack || !details) return null;
  const w = citizenWords[language];
  const button = { name: 'answer', value: 'no', label: w.takeBack, look: 'next' as const };
  return {
    text: w.canChange(changeUntil),
    notice: noticeOnNo === '' ? '' : `${w.ifNo} ${noticeOnNo}`,
    form: { ...buttonsTo(marks), buttons: [button] },
  };
}

function whyNot({ language, state, reason, details }: Spoken, marks: boolean): OfferView['whyNot'] {
  if (state !== 'declined' || reason !== null || !details) return null;
  const w = citizenWords[language];
  const buttons = declineReasons.map((value) => ({
    name: 'reason',
    value,
    label: w.reasons[value],
    look: 'light' as const,
  }));
  const form = { ...buttonsTo(marks), always: [{ name: 'answer', value: 'no' }], buttons };
  return { heading: w.whyNot, hint: w.whyNotHelps, form };
}
