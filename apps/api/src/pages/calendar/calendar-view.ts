import type { Language } from '#domain';
import type { FeedAddress } from '#use-cases';
import { buttonsTo, type ButtonsView } from '../buttons-view.js';
import { page, type ShownPage } from '../frame/page.js';
import { calendarWords } from '../words/calendar.js';
import { calendarAddress } from './calendar-address.js';

/** The secret address of one's own calendar: made, opened, made anew, closed. */
interface CalendarView {
  heading: string;
  intro: string;
  make: ButtonsView | null;
  feed: {
    heading: string;
    secret: string;
    address: string;
    /** The same address with the scheme that a calendar program opens. */
    open: string;
    openLabel: string;
    howTo: string;
    renewHint: string;
    renew: ButtonsView;
    close: ButtonsView;
  } | null;
}

const shown = page<CalendarView>('calendar/calendar');

interface Around {
  publicUrl: string;
  /** Where the forms go: `/min-side/kalender` or `/firma/kalender`. */
  path: string;
  /** To whom it speaks: the page is one for both. */
  side: 'citizen' | 'company';
  language: Language;
}

export function calendarPageOf(feed: FeedAddress | null, around: Around): ShownPage {
  const { publicUrl, path, side, language } = around;
  const w = calendarWords[language];
  const { title, intro, address: heading, secret, howTo } = w[side];
  const one = (action: string, label: string, look: 'first' | 'next'): ButtonsView => ({
    ...buttonsTo(true, action),
    buttons: [{ name: 'kalender', value: 'ja', label, look }],
  });
  const address = feed && calendarAddress(publicUrl, feed.token);
  return shown({
    title,
    language,
    messages: { klar: w.made, lukket: w.closed },
    heading: title,
    intro,
    make: feed ? null : one(path, w.make, 'first'),
    feed:
      address === null
        ? null
        : {
            heading,
            secret,
            address,
            open: address.replace(/^https?:/, 'webcal:'),
            openLabel: w.open,
            howTo,
            renewHint: w.renewHint,
            renew: one(path, w.renew, 'next'),
            close: one(`${path}/luk`, w.close, 'next'),
          },
  });
}
