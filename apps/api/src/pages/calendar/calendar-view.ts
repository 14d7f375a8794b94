import type { Language } from '#domain';
import type { FeedAddress } from '#use-cases';
import { buttonsTo, type ButtonsView } from '../citizen/buttons-view.js';
import { page, type ShownPage } from '../frame/page.js';
import { citizenMyDataWords } from '../words/citizen-my-data-en.js';
import { calendarAddress } from './calendar-address.js';

/** The secret address of one's own calendar: made, opened, made anew, closed. */
interface CalendarView {
  heading: string;
  intro: string[];
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

const shown = page<CalendarView>('citizen/my-calendar');

interface Around {
  publicUrl: string;
  /** Where the forms go: `/min-side/kalender` or `/firma/kalender`. */
  path: string;
  /** What is said of the place and of whose shifts it is. */
  intro: string[];
  title: string;
  language: Language;
}

export function calendarPageOf(feed: FeedAddress | null, around: Around): ShownPage {
  const { publicUrl, path, intro, title, language } = around;
  const w = citizenMyDataWords[language];
  const one = (action: string, label: string, look: 'first' | 'next'): ButtonsView => ({
    ...buttonsTo(true, action),
    buttons: [{ name: 'kalender', value: 'ja', label, look }],
  });
  const address = feed && calendarAddress(publicUrl, feed.token);
  return shown({
    title,
    language,
    messages: { klar: w.addressMade, lukket: w.addressClosed },
    heading: title,
    intro,
    make: feed ? null : one(path, w.makeAddress, 'first'),
    feed:
      address === null
        ? null
        : {
            heading: w.yourAddress,
            secret: w.secret,
            address,
            open: address.replace(/^https?:/, 'webcal:'),
            openLabel: w.addToPhone,
            howTo: w.howTo,
            renewHint: w.newAddressHint,
            renew: one(path, w.newAddress, 'next'),
            close: one(`${path}/luk`, w.closeAddress, 'next'),
          },
  });
}
