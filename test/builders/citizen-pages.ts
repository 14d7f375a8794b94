import { instantOf, type Shift } from '#domain';
import type { InterestPage, MyContact, MyPage, OfferPage, ShiftView } from '#use-cases';
import { rowsOf } from '../contracts/rows.js';

/** What the use cases give to a citizen's pages, of demo people. */
const common = {
  language: 'da' as const,
  municipality: 'Vejle',
  contact: { name: 'Mette Holm', phone: '20123456' },
  firstName: 'Jonas',
};

export const anOffer: OfferPage = {
  ...common,
  purpose: 'offer',
  offerId: '0199a1b2-0000-7000-8000-000000000011',
  state: 'sent',
  details: {
    title: 'Fjerne tomme kasser',
    company: 'Frugtlageret',
    description: 'Du samler tomme kasser op, så trucken kan køre.',
    when: 'man, ons og fre kl. 8-12',
    startDay: 'mandag den 7. december',
    latestStart: '10',
    where: 'Havnegade 12, 7100 Vejle',
    position: { lat: 55.7051, lon: 9.5502 },
    trips: [
      { mode: 'bike', minutes: 14 },
      { mode: 'bus', minutes: 25 },
    ],
    wage: '158,45 kr.',
    reasons: [
      { kind: 'said', words: 'Jeg vil gerne bruge kroppen' },
      { kind: 'hours', hours: 12, wish: 12 },
      { kind: 'contact', name: 'Mette' },
      { kind: 'growth', hours: 20 },
    ],
    money: { kind: 'none', why: 'no-figures' },
  },
  answerBefore: 'fredag den 27. november kl. 12',
  noticeOnNo: 'Så leder vi videre sammen.',
  canTakeBack: false,
  changeUntil: '',
  lastAnswer: null,
  reason: null,
  calls: null,
};

export const aQuestion: InterestPage = {
  ...common,
  purpose: 'interest',
  state: 'asking',
  answered: false,
  companyKnows: false,
  details: {
    title: 'Fjerne tomme kasser',
    when: 'man, ons og fre kl. 8-12',
    town: 'Vejle',
    card: {
      pseudonym: 'Lærke 412',
      wishes: ['Lager'],
      abilities: ['kan løfte op til 20 kg'],
      accommodations: [],
      hours: null,
      danishLevel: null,
    },
  },
  calls: null,
};

export const aContact: MyContact = {
  name: 'Mette Holm',
  phone: '20123456',
  hours: { weekdays: [1, 2, 3, 4, 5], from: '07:15', to: '15:30' },
  answersNow: false,
  answersAgain: 'mandag den 30. november kl. 7.15',
  covering: null,
  deputy: { name: 'Lars Bach', phone: '20987654' },
};

export const aShift: ShiftView = {
  id: '0199a1b2-0000-7000-8000-000000000012',
  language: 'da',
  state: 'planned',
  date: '2026-11-30',
  day: 'mandag den 30. november',
  start: '8',
  end: '12',
  times: {
    start: '08:00',
    end: '12:00',
    startsAt: instantOf('2026-11-30', '08:00'),
    endsAt: instantOf('2026-11-30', '12:00'),
  },
  latestStart: '10',
  isToday: true,
  isOver: false,
  paid: true,
  answers: ['here', 'on-the-way', 'later', 'cannot', 'call'],
  said: null,
  calls: null,
  contact: aContact,
  more: {
    title: 'Fjerne tomme kasser',
    place: { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' },
    position: { lat: 55.7051, lon: 9.5502 },
    callAgreement: 'Ring til mig kl. 7, hvis det er glat',
  },
};

export const myPage: MyPage = {
  language: 'da',
  firstName: 'Jonas',
  next: { kind: 'shift', shift: aShift },
  shifts: [
    { ...aShift, id: '0199a1b2-0000-7000-8000-000000000013', day: 'onsdag den 2. december', isToday: false },
  ],
  contact: aContact,
  settings: { contactLevel: 'normal', mondayReminder: 'sunday', language: 'da' },
  openAdvice: { when: 'Torsdag kl. 14 til 17', where: 'Rådhuset, indgang B' },
};

const rows = rowsOf('0199a1b2-0000-7000-8000-000000000630');

/** Rows of one citizen with a job, for pages that show rows. */
export function aHistory() {
  const company = rows.company({ name: 'Frugtlageret' });
  const smallJob = rows.smallJob(company.id, { title: 'Fjerne tomme kasser' });
  const citizen = rows.citizen({ name: 'Jonas Hansen' });
  const match = rows.match(smallJob.id, citizen.id, { state: 'confirmed' });
  const offer = rows.offer(match, company.id, { state: 'accepted' });
  const agreement = rows.agreement(offer);
  const shift = (over: Partial<Shift> = {}) => rows.shift(agreement, over);
  return { company, smallJob, citizen, match, offer, agreement, shift };
}
