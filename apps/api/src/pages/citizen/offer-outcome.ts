import type { OfferPage } from '#use-cases';
import type { AnswerView } from '../answer-view.js';
import type { citizenWords } from '../words/index.js';

type Words = (typeof citizenWords)['da'];
type Now = AnswerView['now'];

/** What became of an offer, in three lines; null while it simply waits for an answer. */
export function becameOf(page: OfferPage, w: Words, c: string): Now {
  switch (page.state) {
    case 'sent':
      return page.lastAnswer === 'call' && page.calls !== null ? calling(page, w, c) : null;
    case 'visiting':
      return page.lastAnswer === 'call' && page.calls !== null ? calling(page, w, c) : visiting(w, c);
    case 'accepted':
      return accepted(page, w, c);
    case 'declined':
      return declined(page, w, c);
    case 'expired':
      return told(w, w.expired, [
        w.cannotAnswerHere,
        w.perhapsStillFree,
        page.calls === null ? w.askAboutJob(c) : callTime(page.calls, w, c),
      ]);
    case 'withdrawn':
      return told(w, w.withdrawn, [w.notBecauseOfYou, w.looksOn(c), w.toTalk(c)]);
  }
}

const told = (w: Words, heading: string, lines: string[]): Now => ({ heading, label: w.nowThis, lines });

/** Outside the contact's hours this is the next time the phone is answered: a promise that is kept (practice). */
export const callTime = (calls: string, w: Words, c: string): string =>
  calls === '' ? w.callsSoon(c) : w.callsAt(c, calls);

export const calling = ({ calls }: { calls: string | null }, w: Words, c: string): Now =>
  told(w, w.willCall(c), [calls ? w.callsAt(c, calls) : w.keepPhone, w.askAnything, w.answerWhenReady]);

const visiting = (w: Words, c: string): Now =>
  told(w, w.youWillVisit, [w.callsToArrange(c), w.thenYouSee, w.answerAfterwards]);

function accepted(page: OfferPage, w: Words, c: string): Now {
  const company = page.canTakeBack ? w.companyIsTold(page.changeUntil) : w.companyKnows;
  const call = page.calls === null ? null : callTime(page.calls, w, c);
  return told(w, w.thanksYes, [
    company,
    w.firstDayWith(c),
    call ?? (page.canTakeBack ? w.inDoubt(c) : w.toChange(c)),
  ]);
}

/** The municipality's own sentence on what a no means stands here too: this is when it matters. */
function declined({ noticeOnNo, reason }: OfferPage, w: Words, c: string): Now {
  const thanks = reason === 'rather-not-say' ? w.unsaidIsFine : w.thanksForReason;
  return told(w, w.thanksNo, [
    w.noIsFine,
    noticeOnNo || w.looksOn(c),
    reason === null ? w.toTalk(c) : thanks,
  ]);
}
