import type { Catalogue } from './message-definition.js';
import { smsAndEmail } from './message-definition.js';
import {
  ali,
  boxes,
  fridayMorning,
  fromMonday,
  inBoth,
  jonasByName,
  jonasByPhone,
  lars,
  mette,
  together,
} from './demo-people.js';

export const toCompanies = {
  'match-proposed': {
    receiver: 'company',
    channels: smsAndEmail,
    question: 'match',
    hasLink: true,
    sample: together(ali, boxes),
  },
  'match-reminder': {
    receiver: 'company',
    channels: smsAndEmail,
    question: 'match',
    hasLink: true,
    sample: together(ali, boxes),
  },
  'draft-saved': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: 'email',
    sample: together({ ...ali, path: '/firma/opgaver/ny/0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b' }, boxes),
  },
  'owner-asked': {
    receiver: 'company',
    channels: smsAndEmail,
    question: 'draft',
    hasLink: false,
    sample: together({ ...ali, hours: '12' }, boxes),
  },
  'owner-thanks': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    choices: { answer: ['published', 'waits', 'no', 'call'] },
    sample: inBoth({ ...mette, answer: 'published' as const }),
  },
  'offer-answered': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    choices: { answer: ['yes', 'no'] },
    sample: together({ ...ali, ...jonasByPhone, answer: 'yes' as const }, boxes),
  },
  'offer-withdrawn-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(ali, boxes),
  },
  'hours-changed-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(
      { ...ali, ...jonasByName },
      { da: { ...boxes.da, ...fromMonday.da }, en: { ...boxes.en, ...fromMonday.en } },
    ),
  },
  'agreement-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(
      { ...ali, ...jonasByName },
      {
        da: { ...boxes.da, startDay: 'mandag den 30. november', when: 'man, ons og fre kl. 8-12' },
        en: { ...boxes.en, startDay: 'Monday 30 November', when: 'Mon, Wed and Fri at 8-12' },
      },
    ),
  },
  'not-seen-workplace': {
    receiver: 'company',
    channels: smsAndEmail,
    question: 'workplace-arrival',
    hasLink: false,
    sample: inBoth({ ...ali, ...jonasByName }),
  },
  'workplace-told': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    choices: { calmSentence: ['talks', 'drives', 'looks-into-it'] },
    sample: inBoth({ ...mette, ...jonasByName, calmSentence: 'talks' as const, before: '9' }),
  },
  'workplace-thanks': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    choices: { here: ['yes', 'no'] },
    sample: inBoth({ ...mette, ...jonasByName, here: 'yes' as const }),
  },
  'arrived-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: inBoth({ ...mette, ...jonasByName }),
  },
  'coming-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: inBoth({ ...mette, ...jonasByName, time: '8.30' }),
  },
  'absence-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(
      { ...mette, ...jonasByName },
      {
        da: { day: fridayMorning.da.day },
        en: { day: fridayMorning.en.day },
      },
    ),
  },
  'shift-cancelled-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: together({ ...mette, ...jonasByName }, fridayMorning),
  },
  'shift-moved-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: together({ ...mette, ...jonasByName }, fridayMorning),
  },
  'contact-handover-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: together({ companyContact: 'Ali', ...lars, before: 'Mette' }, boxes),
  },
  'contact-cover-company': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(
      { companyContact: 'Ali', ...lars, fixedContact: 'Mette' },
      {
        da: { from: 'mandag den 30. november', to: 'fredag den 4. december' },
        en: { from: 'Monday 30 November', to: 'Friday 4 December' },
      },
    ),
  },
} satisfies Partial<Catalogue>;
