import type { Catalogue } from './message-definition.js';
import { smsAndEmail } from './message-definition.js';
import {
  boxes,
  fridayMorning,
  fromMonday,
  inBoth,
  jonas,
  lars,
  mette,
  mondayAtSeven,
  together,
} from './demo-people.js';

/** From the first question to the agreement, and about the person to call. */
export const toCitizensAboutJobs = {
  'interest-asked': {
    receiver: 'citizen',
    channels: smsAndEmail,
    question: 'interest',
    hasLink: true,
    sample: together({ ...jonas, town: 'Vejle' }, boxes),
  },
  'interest-noted': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(jonas, boxes),
  },
  'interest-declined': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(jonas, boxes),
  },
  'call-only': { receiver: 'citizen', channels: smsAndEmail, hasLink: false, sample: inBoth(mette) },
  offer: {
    receiver: 'citizen',
    channels: smsAndEmail,
    question: 'offer',
    hasLink: true,
    sample: together(jonas, {
      da: {
        ...boxes.da,
        description: 'Du samler tomme kasser op, så trucken kan køre.',
        when: 'man, ons og fre kl. 8-12',
        where: 'Havnegade 12, Vejle',
        wage: '158,45 kr. i timen',
        answerBefore: 'fredag den 27. november kl. 12',
        noticeOnNo: 'Så sker der ikke andet, end at vi taler om et andet job.',
      },
      en: {
        ...boxes.en,
        description: 'You pick up empty boxes so that the truck can drive.',
        when: 'Mon, Wed and Fri at 8-12',
        where: 'Havnegade 12, Vejle',
        wage: 'DKK 158.45 an hour',
        answerBefore: 'Friday 27 November at 12',
        noticeOnNo: 'Then nothing happens, except that we talk about another job.',
      },
    }),
  },
  'offer-reminder': {
    receiver: 'citizen',
    channels: smsAndEmail,
    question: 'offer',
    hasLink: true,
    sample: together(jonas, {
      da: { ...boxes.da, answerBefore: 'fredag den 27. november kl. 12' },
      en: { ...boxes.en, answerBefore: 'Friday 27 November at 12' },
    }),
  },
  'offer-receipt': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    choices: { answer: ['yes', 'no', 'visit', 'call'] },
    sample: together(
      { ...jonas, answer: 'yes' as const },
      {
        da: { ...boxes.da, ...mondayAtSeven.da, changeUntil: 'mandag den 30. november kl. 9' },
        en: { ...boxes.en, ...mondayAtSeven.en, changeUntil: 'Monday 30 November at 9' },
      },
    ),
  },
  'offer-withdrawn': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(jonas, boxes),
  },
  'offer-expired': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(jonas, boxes),
  },
  agreement: {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: 'email',
    sample: together(jonas, {
      da: {
        ...boxes.da,
        startDay: 'mandag den 30. november',
        when: 'man, ons og fre kl. 8-12',
        where: 'Havnegade 12, Vejle',
        callAgreement: 'Jeg ringer, hvis jeg ikke kan komme op',
        firstDay: 'Mette møder dig ved døren kl. 8',
      },
      en: {
        ...boxes.en,
        startDay: 'Monday 30 November',
        when: 'Mon, Wed and Fri at 8-12',
        where: 'Havnegade 12, Vejle',
        callAgreement: 'I call if I cannot get up',
        firstDay: 'Mette meets you at the door at 8',
      },
    }),
  },
  'hours-changed': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(jonas, {
      da: { ...boxes.da, ...fromMonday.da },
      en: { ...boxes.en, ...fromMonday.en },
    }),
  },
  'last-day': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    choices: { why: ['soon', 'moved', 'gone'] },
    sample: together(
      { ...jonas, why: 'soon' as const },
      {
        da: { ...boxes.da, lastDay: fridayMorning.da.day },
        en: { ...boxes.en, lastDay: fridayMorning.en.day },
      },
    ),
  },
  'contact-handover': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: inBoth({ firstName: 'Jonas', ...lars, before: 'Mette' }),
  },
  'contact-cover': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(
      { firstName: 'Jonas', ...lars, fixedContact: 'Mette' },
      {
        da: { from: 'mandag den 30. november', to: 'fredag den 4. december' },
        en: { from: 'Monday 30 November', to: 'Friday 4 December' },
      },
    ),
  },
} satisfies Partial<Catalogue>;
