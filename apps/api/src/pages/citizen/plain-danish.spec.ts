import { describe, expect, test } from '@jest/globals';
import type { MatchState, OfferState } from '#domain';
import type { InterestPage, OfferPage } from '#use-cases';
import { lix } from '../../../../../test/integration/notifications/lix.js';
import type { AnswerView } from '../answer-view.js';
import { render } from '../frame/render.js';
import { interestView } from './interest-view.js';
import { offerView } from './offer-view.js';

const common = {
  language: 'da' as const,
  municipality: 'Vejle',
  title: 'Fjerne tomme kasser',
  contact: { name: 'Mette Holm', phone: '20123456' },
  firstName: 'Jonas',
  when: 'man, ons og fre kl. 8-12',
};
const offer: OfferPage = {
  ...common,
  purpose: 'offer',
  state: 'sent',
  description: 'Du samler tomme kasser op, så trucken kan køre.',
  startDay: 'mandag den 7. december',
  latestStart: '10',
  where: 'Havnegade 12, 7100 Vejle',
  travel: '14 min. på cykel',
  wage: '158,45 kr.',
  ownWords: 'Jeg vil gerne bruge kroppen',
  answerBefore: 'fredag den 27. november kl. 12',
  noticeOnNo: 'Så leder vi videre sammen.',
  canTakeBack: false,
  changeUntil: '',
  lastAnswer: null,
  reason: null,
  calls: null,
};
const interest: InterestPage = {
  ...common,
  purpose: 'interest',
  state: 'asking',
  answered: false,
  companyKnows: false,
  town: 'Vejle',
  card: {
    pseudonym: 'Lærke 412',
    wishes: ['Lager'],
    abilities: ['kan løfte op til 20 kg'],
    accommodations: [],
    hours: null,
    danishLevel: null,
  },
  calls: null,
};

const offerStates: OfferState[] = ['sent', 'visiting', 'accepted', 'declined', 'expired', 'withdrawn'];
const matchStates: MatchState[] = ['asking', 'proposed', 'confirmed', 'rejected', 'withdrawn', 'lapsed'];
const views: [string, AnswerView][] = [
  ...offerStates.map((state): [string, AnswerView] => [`an offer, ${state}`, offerView({ ...offer, state })]),
  [
    'a yes that can be taken back',
    offerView({ ...offer, state: 'accepted', canTakeBack: true, changeUntil: 'mandag kl. 9' }),
  ],
  ['a call', offerView({ ...offer, lastAnswer: 'call', calls: 'mandag kl. 8' })],
  ...matchStates.flatMap((state): [string, AnswerView][] =>
    [true, false].map((companyKnows) => [
      `interest, ${state}, ${companyKnows ? 'known' : 'unknown'} to the company`,
      interestView({ ...interest, state, companyKnows }),
    ]),
  ),
];

/** Every sentence of the page a sentence of its own, whether or not it ends with a full stop. */
const readable = (html: string): string =>
  html
    .slice(html.indexOf('<main>'))
    .replace(/<[^>]+>/g, '\n\n')
    .replaceAll('\u00a0', ' ');

describe('what a citizen reads', () => {
  test.each(views)('%s: LIX at most 30', (_, view) => {
    expect(lix(readable(render('answer', view)))).toBeLessThanOrEqual(30);
  });

  test('together at most 25', () => {
    const all = views.map(([, view]) => readable(render('answer', view))).join('\n\n');
    expect(lix(all)).toBeLessThanOrEqual(25);
  });

  test.each(views)('%s: says whom to call, and what happens in at most three lines', (_, view) => {
    expect(view.contact.phone).toEqual({ dial: 'Ring', digits: '20 12 34 56', link: 'tel:+4520123456' });
    expect(view.now?.lines.length ?? 3).toBe(3);
  });

  test('a contact without a number is no dead link', () => {
    const { contact } = offerView({ ...offer, contact: { name: 'Mette Holm', phone: '' } });
    expect(contact).toMatchObject({ phone: null, without: 'Ring til kommunen.' });
  });
});
