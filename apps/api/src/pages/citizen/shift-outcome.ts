import type { ShiftView } from '#use-cases';
import type { citizenMyShiftsDa } from '../words/citizen-my-shifts-da.js';

type Words = typeof citizenMyShiftsDa;

/** What holds now, in a heading and at most three lines. */
export interface NowView {
  heading: string;
  lines: string[];
}

/** What became of a shift; null while nothing has been said and nothing has happened. */
export function becameOfShift(shift: ShiftView, w: Words, c: string): NowView | null {
  const call = shift.calls === null ? [] : [callInWords(shift.calls, w, c)];
  if (shift.state === 'cancelled') {
    return { heading: w.cancelled, lines: [w.stayHome, w.notBecauseOfYou, w.needAnything(c)] };
  }
  if (shift.state === 'absent-reported') {
    const helps = call[0] ?? w.contactHelps(c);
    const canCome = shift.answers.includes('on-the-way') ? [w.ifYouCanAfterAll] : [];
    return { heading: w.thanksForTelling, lines: [w.companyKnows, helps, ...canCome] };
  }
  if (shift.isOver) return { heading: w.over, lines: [w.hoursOnMyPage, w.needAnything(c)] };
  if (shift.state === 'present' || shift.state === 'late') {
    return { heading: w.youAreHere, lines: [w.haveAGoodDay, call[0] ?? w.needAnything(c)] };
  }
  if (shift.said?.answer === 'later') {
    return { heading: w.goodThatYouCome, lines: [w.evenLater, w.pressWhenThere, ...call] };
  }
  if (shift.said?.answer === 'on-the-way') {
    return { heading: w.goodThatYouAreOnTheWay, lines: [w.pressWhenThere, ...call] };
  }
  return call.length === 0 ? null : { heading: w.willCall(c), lines: [...call, w.keepPhone] };
}

/** Outside the contact's hours this is the next time the phone is answered: a promise that is kept (practice). */
const callInWords = (calls: string, w: Words, c: string): string =>
  calls === '' ? w.callsSoon(c) : w.callsAt(c, calls);

export const linkIsOver = (w: Words, c: string): NowView => ({
  heading: w.linkOver,
  lines: [w.linkOverWhy, w.needAnything(c)],
});
