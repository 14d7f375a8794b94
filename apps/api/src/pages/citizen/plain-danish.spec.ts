import { describe, expect, test } from '@jest/globals';
import { shiftStates, type MatchState, type OfferState } from '#domain';
import { lix } from '../../../../../test/integration/notifications/lix.js';
import { htmlOf } from '../../../../../test/browser/support/html-of.js';
import {
  aContact,
  aHistory,
  anOffer,
  aQuestion,
  aShift,
  myPage,
} from '../../../../../test/builders/citizen-pages.js';
import { answerPage } from '../answer-view.js';
import { calendarPageOf } from '../calendar/calendar-view.js';
import type { ShownPage } from '../frame/page.js';
import { interestView } from './interest-view.js';
import { correctionPageOf } from './my/correction-page.js';
import { myCardsOf } from './my/my-cards-view.js';
import { myContactPageOf } from './my/my-contact-page.js';
import { myDataOf } from './my/my-data-view.js';
import { myHoursOf } from './my/my-hours-view.js';
import { myOffersOf } from './my/my-offers-view.js';
import { myPageOf } from './my/my-page-view.js';
import { myShiftsOf } from './my/my-shifts-view.js';
import { offerPageOf, offerView } from './offer-view.js';
import { shiftPageOf, shiftPageView } from './shift-view.js';

const link = { by: 'link', token: 'Zk3vQ0tPq8mYw1sXn5bR2g' } as const;
const offerStates: OfferState[] = ['sent', 'visiting', 'accepted', 'declined', 'expired', 'withdrawn'];
const matchStates: MatchState[] = ['asking', 'proposed', 'confirmed', 'rejected', 'withdrawn', 'lapsed'];
const offers = [
  ...offerStates.map((state) => ({ ...anOffer, state })),
  { ...anOffer, state: 'accepted' as const, canTakeBack: true, changeUntil: 'mandag kl. 9' },
  { ...anOffer, lastAnswer: 'call' as const, calls: 'mandag kl. 8' },
  { ...anOffer, details: null },
];
const shifts = [
  aShift,
  { ...aShift, said: { answer: 'later' as const, minutes: 30 } },
  { ...aShift, said: { answer: 'on-the-way' as const, minutes: 30 }, calls: '' },
  { ...aShift, calls: 'mandag kl. 8' },
  { ...aShift, isToday: false, answers: ['cannot' as const, 'call' as const] },
  { ...aShift, more: null },
  { ...aShift, isOver: true, answers: [] },
  ...shiftStates.states.map((state) => ({ ...aShift, state, answers: ['call' as const] })),
];
const { company, smallJob, match, offer, shift, citizen, agreement } = aHistory();
const myOffer = { match, offer, smallJob, company };
const { card: personCard } = aQuestion.details!;
const choices = [
  { field: 'goals' as const, shown: true, alone: personCard },
  {
    field: 'hours' as const,
    shown: false,
    alone: { ...personCard, hours: { min: 5, max: 15, wish: 12 } },
  },
];
const card = {
  matchId: match.id,
  state: 'asking' as const,
  title: smallJob.title,
  company: company.name,
  card: personCard,
  choices,
  companySees: false,
  nameTold: false,
  since: '',
};
const consent = {
  kind: 'card' as const,
  matchId: match.id,
  about: { title: smallJob.title, company: company.name },
  words: 'Firmaet må se de punkter, jeg har valgt.',
  textVersion: 'kort-2026-1',
  at: match.createdAt,
  how: 'phone' as const,
  fields: ['goals'],
  withdrawnAt: null,
  canWithdraw: true,
};
const { cprSealed, ...stored } = citizen;
const data = {
  citizen: stored,
  hasCpr: cprSealed === null,
  broker: 'Mette Holm',
  ruledOutCompanies: [],
  offers: [myOffer],
  agreements: [agreement],
  shifts: [shift()],
  messages: [],
  tasks: [],
  notes: [],
  seen: [null, 'Natkørsel'].map((apiKey) => ({
    day: '2026-11-30',
    who: 'Mette Holm',
    apiKey,
    role: 'consultant' as const,
    purpose: 'citizen.show',
    times: 2,
  })),
  seenComplete: false,
};
const feed = { token: link.token, createdAt: match.createdAt };
const calendar = {
  publicUrl: 'https://smaajob.example',
  path: '/min-side/kalender',
  side: 'citizen' as const,
  language: 'da' as const,
};
const hours = {
  language: 'da' as const,
  months: [
    {
      month: '2026-11',
      paidMinutes: 765,
      unpaidMinutes: 60,
      confirmedMinutes: 240,
      lines: [{ shift: shift(), paidMinutes: 180, unpaidMinutes: 0 }],
    },
  ],
};

const pages: [string, ShownPage][] = [
  ...offers.map((one): [string, ShownPage] => [
    `an offer, ${one.state} ${one.details ? '' : 'on a shared phone'}`,
    offerPageOf(one, link),
  ]),
  ...matchStates.flatMap((state): [string, ShownPage][] =>
    [true, false].map((companyKnows) => [
      `a question, ${state}, ${companyKnows ? 'known' : 'unknown'} to the company`,
      answerPage(interestView({ ...aQuestion, state, companyKnows }, '/o/et-link')),
    ]),
  ),
  ...matchStates.map((state): [string, ShownPage] => [
    `a question, ${state}, on a shared phone`,
    answerPage(interestView({ ...aQuestion, state, details: null }, '/o/et-link')),
  ]),
  ...shifts.map((one): [string, ShownPage] => [
    `a shift, ${one.state} ${one.said?.answer ?? ''}`,
    shiftPageOf(one, false, { firstName: 'Jonas', municipality: 'Vejle' }),
  ]),
  ['a link that is over', shiftPageOf(aShift, false, { firstName: 'Jonas', expired: true })],
  ['my page', myPageOf(myPage)],
  ['my page with nothing yet', myPageOf({ ...myPage, next: { kind: 'nothing' }, shifts: [] })],
  [
    'my page with an offer',
    myPageOf({ ...myPage, next: { kind: 'offer', offerId: offer.id, title: 'Kasser' } }),
  ],
  [
    'my page with a question',
    myPageOf({ ...myPage, next: { kind: 'interest', matchId: match.id, title: 'Kasser' } }),
  ],
  [
    'my shifts',
    myShiftsOf({ language: 'da', next: [aShift], before: [{ ...aShift, isOver: true }] }, 'Mette'),
  ],
  ['no shifts', myShiftsOf({ language: 'da', next: [], before: [] }, 'Mette')],
  ['my hours', myHoursOf(hours, 'Mette')],
  ['no hours', myHoursOf({ language: 'da', months: [] }, 'Mette')],
  ['my offers', myOffersOf([myOffer, { ...myOffer, offer: null }], 'da')],
  ['no offers', myOffersOf([], 'da')],
  ['my contact', myContactPageOf(myPage)],
  [
    'my contact, covered',
    myContactPageOf({
      ...myPage,
      contact: { ...aContact, covering: { for: 'Lise Friis', until: '2026-12-04' } },
    }),
  ],
  [
    'my cards',
    myCardsOf({ language: 'da', cards: [card] }, { language: 'da', consents: [consent], writing: 'on' }),
  ],
  ['no cards', myCardsOf({ language: 'da', cards: [] }, { language: 'da', consents: [], writing: 'off' })],
  ['my data', myDataOf(data, 'da')],
  ['something is wrong', correctionPageOf('da')],
  ['no calendar', calendarPageOf(null, calendar)],
  ['my calendar', calendarPageOf(feed, calendar)],
];

/** Every sentence of the page a sentence of its own, whether or not it ends with a full stop. */
const readable = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<[^>]+>/g, '\n\n')
    .replaceAll('\u00a0', ' ');

describe('what a citizen reads', () => {
  test.each(pages)('%s: LIX at most 30', (_, shown) => {
    expect(lix(readable(htmlOf(shown)))).toBeLessThanOrEqual(30);
  });

  test('together at most 25', () => {
    const all = pages.map(([, shown]) => readable(htmlOf(shown))).join('\n\n');
    expect(lix(all)).toBeLessThanOrEqual(25);
  });

  test.each(pages)('%s: no exclamation mark, and one heading of the page', (_, shown) => {
    const html = htmlOf(shown);
    expect(readable(html)).not.toContain('!');
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test.each(offers)('an offer, $state: says whom to call, and what happens in at most three lines', (one) => {
    const { whom, now } = offerView(one, link);
    expect(whom.phone).toEqual({ dial: 'Ring', digits: '20 12 34 56', link: 'tel:+4520123456' });
    expect(now?.lines.length ?? 3).toBe(3);
  });

  test.each(shifts)('a shift, $state: says whom to call, and what holds in at most three lines', (one) => {
    const { whom, now } = shiftPageView(one, false, { firstName: '' });
    expect(whom.phone).toMatchObject({ digits: '20 12 34 56' });
    expect(now?.lines.length ?? 1).toBeLessThanOrEqual(3);
  });

  test('a contact without a number is no dead link', () => {
    const { whom } = offerView({ ...anOffer, contact: { name: 'Mette Holm', phone: '' } }, link);
    expect(whom).toMatchObject({ phone: null, without: 'Ring til kommunen.' });
  });
});

describe('on a phone that others use', () => {
  test('the offer is a contact with a number, a call and a place for a code', () => {
    const html = htmlOf(offerPageOf({ ...anOffer, details: null }, link));
    expect(html).not.toMatch(/kasser|Frugtlageret|Havnegade|158,45|kroppen/);
    expect(html).toContain('/log-ind?til&#x3D;%2Fo%2FZk3vQ0tPq8mYw1sXn5bR2g');
    expect(html.match(/name="answer" value="(\w+)"/g)).toEqual(['name="answer" value="call"']);
  });

  test('the shift says when, and neither what nor where; not for longer than the day', () => {
    const around = { firstName: 'Jonas', path: '/v/et-link' };
    const html = htmlOf(shiftPageOf({ ...aShift, more: null }, false, around));
    expect(html).not.toMatch(/kasser|Havnegade|openstreetmap|glat/);
    expect(html).toContain('8 til 12');
    expect(html.match(/name="span" value="(\w+)"/g)).toEqual(['name="span" value="today"']);
    expect(html).toContain('/log-ind?til&#x3D;%2Fv%2Fet-link');
  });
});

describe('the way there', () => {
  test('is a plain link with the workplace, and tells nobody who asks', () => {
    const html = htmlOf(offerPageOf(anOffer, link));
    const [, href] = /<a href="([^"]+openstreetmap[^"]+)" rel="noreferrer external">Vis vej/.exec(html) ?? [];
    expect(href).toBe('https://www.openstreetmap.org/directions?to&#x3D;55.70510%2C9.55020');
    expect(html).toContain('14\u00a0min. på cykel · 25\u00a0min. med bus');
  });
});
