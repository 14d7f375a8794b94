import { firstName, type Language } from '#domain';
import type { ShiftView } from '#use-cases';
import type { SharedView } from '../answer-view.js';
import { contactView, type ContactView } from '../contact-view.js';
import { fact, linesIn, type Fact } from '../facts-view.js';
import { page, type ShownPage } from '../frame/page.js';
import { citizenMyShiftsWords } from '../words/citizen-my-shifts.js';
import { bothWords, citizenWords } from '../words/index.js';
import { sharedView } from './code-needed-view.js';
import { blocksOf, type AnswerBlock } from './shift-buttons.js';
import { becameOfShift, linkIsOver, type NowView } from './shift-outcome.js';
import { wayThere } from './way-there.js';

/** One shift with its five buttons. */
interface ShiftPageView {
  now: NowView | null;
  hello: string;
  heading: string;
  facts: Fact[];
  agreed: { label: string; words: string } | null;
  /** In one line what the day is about, above the buttons; empty where the buttons come last. */
  brief: string;
  /** On the day the buttons come first, before it they come last. */
  answersFirst: AnswersView | null;
  answersLast: AnswersView | null;
  /** On a phone that others read too: why so little stands there, and the way to a code. */
  shared: SharedView | null;
  whom: ContactView;
  calendar: { href: string; label: string } | null;
}

interface AnswersView {
  label: string;
  blocks: AnswerBlock[];
}

const shown = page<ShiftPageView>('citizen/shift');

interface Around {
  municipality?: string;
  /** Empty: no greeting, somebody is at home on the own page. */
  firstName: string;
  back?: { href: string; label: string };
  /** The answer could not be kept: heading and lines instead of what became of it. */
  notSaved?: boolean;
  /** The link is older than its day. */
  expired?: boolean;
  /** The page behind a link, to come back to after a code. */
  path?: string;
}

/** `marks`: somebody is signed in. */
export function shiftPageOf(shift: ShiftView, marks: boolean, around: Around): ShownPage {
  const w = citizenMyShiftsWords[shift.language];
  return shown({
    ...shiftPageView(shift, marks, around),
    title: w.yourShift,
    language: shift.language,
    contact: null,
    readAloud: true,
    ...(around.municipality && {
      municipality: bothWords[shift.language].municipality(around.municipality),
    }),
    ...(around.back && { back: around.back }),
    ...(around.notSaved && { status: 409 }),
  });
}

export function shiftPageView(shift: ShiftView, marks: boolean, around: Around): ShiftPageView {
  const { language, more } = shift;
  const w = citizenMyShiftsWords[language];
  const c = firstName(shift.contact);
  const expired = around.expired === true;
  const whom = contactView(citizenWords[language].yourContact, shift.contact, language);
  if (expired) return { ...nothing, now: linkIsOver(w, c), heading: w.yourShift, whom };
  const blocks = blocksOf(shift, marks);
  const answers = blocks.length === 0 ? null : { label: shift.isToday ? w.ownDay : w.tellUs, blocks };
  return {
    now: around.notSaved ? notSaved(language, c) : becameOfShift(shift, w, c),
    hello: around.firstName === '' ? '' : citizenWords[language].hello(around.firstName),
    heading: w.shiftOn(shift.day),
    facts: factsOf(shift),
    agreed: more?.callAgreement ? { label: w.weAgreed, words: more.callAgreement } : null,
    brief: shift.isToday && answers ? briefOf(shift) : '',
    answersFirst: shift.isToday ? answers : null,
    answersLast: shift.isToday ? null : answers,
    shared: more || !around.path ? null : sharedView(citizenWords[language], around.path, c),
    whom,
    calendar:
      marks && !shift.isOver ? { href: `/min-side/vagter/${shift.id}/kalender.ics`, label: w.asFile } : null,
  };
}

const nothing = {
  hello: '',
  facts: [],
  agreed: null,
  brief: '',
  answersFirst: null,
  answersLast: null,
  shared: null,
  calendar: null,
};

function briefOf({ language, start, end, more }: ShiftView): string {
  const time = citizenMyShiftsWords[language].fromTo(start, end);
  return more ? `${time} · ${more.place.street}` : time;
}

function notSaved(language: Language, c: string): NowView {
  const w = bothWords[language];
  return { heading: w.notSaved, lines: [w.findAWay(c)] };
}

function factsOf({ language, start, end, latestStart, paid, more, isOver, answers }: ShiftView): Fact[] {
  const w = citizenMyShiftsWords[language];
  const c = citizenWords[language];
  const late = latestStart === '' || answers.length === 0 ? '' : w.latest(latestStart);
  const time = linesIn(language, [w.fromTo(start, end), late, paid ? '' : w.unpaid]);
  const when = fact('page-icon-when', c.when, time);
  if (!more) return [when];
  const { street, postcode, town } = more.place;
  const where = fact('page-icon-where', c.where, linesIn('da', [`${street}, ${postcode} ${town}`]));
  const way = isOver ? null : { href: wayThere(more.position), label: c.showWay, note: c.anotherSite };
  return [when, { ...where, way }, fact('page-icon-what', c.what, linesIn('da', [more.title]))];
}
