import { firstName, type Language } from '#domain';
import type { MyPage } from '#use-cases';
import type { ContactView } from '../../contact-view.js';
import { page, type ShownPage } from '../../frame/page.js';
import { citizenMyPageWords } from '../../words/citizen-my-page.js';
import { citizenMyShiftsWords } from '../../words/citizen-my-shifts.js';
import { myContactView } from './my-contact-view.js';
import { shiftRow, type ShiftRow } from './shift-row.js';

interface MyPageView {
  heading: string;
  next: { label: string; heading: string; job: string; lines: string[]; href: string; button: string } | null;
  nothing: string[];
  shifts: { heading: string; rows: ShiftRow[]; all: string } | null;
  more: { heading: string; links: { href: string; label: string }[] };
  openAdvice: { heading: string; hint: string; when: string; where: string } | null;
  person: ContactView;
}

const shown = page<MyPageView>('citizen/my-page');

export function myPageOf(my: MyPage, messages: Readonly<Record<string, string>> = {}): ShownPage {
  const { language } = my;
  const w = citizenMyPageWords[language];
  const c = firstName(my.contact);
  return shown({
    title: w.myPage,
    language,
    readAloud: true,
    contact: null,
    messages,
    heading: w.hello(my.firstName),
    next: nextView(my),
    nothing: my.next.kind === 'nothing' ? [w.nothingYet, w.contactCalls(c), w.orCall] : [],
    shifts:
      my.shifts.length === 0
        ? null
        : { heading: w.yourShifts, rows: my.shifts.map(shiftRow), all: w.allShifts },
    more: { heading: w.more, links: linksOf(language) },
    openAdvice: my.openAdvice && { heading: w.openAdvice, hint: w.openAdviceHint, ...my.openAdvice },
    person: myContactView(my.contact, language),
  });
}

function nextView({ next, language }: MyPage): MyPageView['next'] {
  const w = citizenMyPageWords[language];
  switch (next.kind) {
    case 'offer':
      return {
        label: w.theNext,
        heading: w.youAreOffered,
        job: next.title,
        lines: [],
        href: `/min-side/tilbud/${next.offerId}`,
        button: w.seeAndAnswer,
      };
    case 'interest':
      return {
        label: w.theNext,
        heading: w.mayWeTell,
        job: next.title,
        lines: [],
        href: '/min-side/kort',
        button: w.seeCardFirst,
      };
    case 'shift': {
      const { day, time, place, href, state } = shiftRow(next.shift);
      const heading = next.shift.isToday ? `${w.today}, ${next.shift.day}` : day;
      return {
        label: w.theNext,
        heading,
        job: next.shift.more?.title ?? '',
        lines: [time, place, state].filter(Boolean),
        href,
        button: next.shift.answers.length > 0 ? w.tellAboutShift : citizenMyShiftsWords[language].openShift,
      };
    }
    case 'nothing':
      return null;
  }
}

function linksOf(language: Language) {
  const { links } = citizenMyPageWords[language];
  return [
    { href: '/min-side/tilbud', label: links.offers },
    { href: '/min-side/kort', label: links.card },
    { href: '/min-side/kontakt', label: links.contact },
    { href: '/min-side/kalender', label: links.calendar },
    { href: '/min-side/om-mig', label: links.data },
  ];
}
