import type { Catalogue } from './message-definition.js';
import { smsAndEmail } from './message-definition.js';
import { fridayMorning, inBoth, jonas, mondayAtSeven, together } from './demo-people.js';

/** About a day at work: before it, on it, and when it changes. */
export const toCitizensAboutShifts = {
  'shift-reminder': {
    receiver: 'citizen',
    channels: smsAndEmail,
    question: 'shift',
    hasLink: 'email',
    // An empty ring-aftale is normal: not everybody has made one.
    sample: together(
      { ...jonas, callAgreement: '' },
      {
        da: { ...fridayMorning.da, day: 'i morgen, fredag' },
        en: { ...fridayMorning.en, day: 'tomorrow, Friday' },
      },
    ),
  },
  'not-seen-citizen': {
    receiver: 'citizen',
    channels: smsAndEmail,
    question: 'shift',
    hasLink: false,
    sample: inBoth(jonas),
  },
  'not-here-citizen': {
    receiver: 'citizen',
    channels: smsAndEmail,
    question: 'shift',
    hasLink: false,
    sample: inBoth(jonas),
  },
  'arrived-thanks': { receiver: 'citizen', channels: smsAndEmail, hasLink: false, sample: inBoth(jonas) },
  'late-thanks': { receiver: 'citizen', channels: smsAndEmail, hasLink: false, sample: inBoth(jonas) },
  'absence-noted': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(jonas, { da: { day: fridayMorning.da.day }, en: { day: fridayMorning.en.day } }),
  },
  'will-call': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(jonas, mondayAtSeven),
  },
  // Also goes to companies: the words fit both.
  'not-understood': { receiver: 'citizen', channels: smsAndEmail, hasLink: false, sample: inBoth(jonas) },
  'shift-cancelled': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(jonas, {
      da: { ...fridayMorning.da, reason: 'Firmaet holder lukket' },
      en: { ...fridayMorning.en, reason: 'The company is closed' },
    }),
  },
  'shift-moved': {
    receiver: 'citizen',
    channels: smsAndEmail,
    question: 'shift',
    hasLink: false,
    sample: together(jonas, fridayMorning),
  },
  'shift-back-on': {
    receiver: 'citizen',
    channels: smsAndEmail,
    question: 'shift',
    hasLink: false,
    sample: together(jonas, fridayMorning),
  },
  'well-done': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together({ ...jonas, sender: 'Ali' }, { da: { day: 'i dag' }, en: { day: 'today' } }),
  },
} satisfies Partial<Catalogue>;
