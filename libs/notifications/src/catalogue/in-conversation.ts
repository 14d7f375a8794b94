import { smsAndEmail, type Catalogue } from './message-definition.js';
import { ali, boxes, inBoth, jonas, mette, together } from './demo-people.js';

/** What goes back to somebody who has written an SMS. */
export const inConversation = {
  'which-question': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    choices: { answer: ['yes', 'no', 'visit'] },
    sample: together(
      { ...jonas, answer: 'yes' as const },
      {
        da: { one: 'jobbet tomme kasser på frugtlageret', two: 'at nævne dig, rengøring på skolen' },
        en: { one: 'the job empty boxes at the fruit store', two: 'to name you, cleaning at the school' },
      },
    ),
  },
  'question-closed': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    choices: { became: ['expired', 'closed', 'answered'] },
    sample: inBoth({ ...jonas, became: 'expired' as const }),
  },
  'person-calls': { receiver: 'citizen', channels: smsAndEmail, hasLink: false, sample: inBoth(mette) },
  'interest-thanks': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(jonas, boxes),
  },
  'match-thanks': {
    receiver: 'company',
    channels: smsAndEmail,
    hasLink: false,
    choices: { answer: ['yes', 'no'] },
    sample: together({ ...ali, answer: 'yes' as const }, boxes),
  },
  'still-thanks': {
    receiver: 'staff',
    channels: smsAndEmail,
    hasLink: false,
    choices: { answer: ['yes', 'no'] },
    sample: inBoth({ contact: 'Mette', answer: 'yes' as const }),
  },
  'sms-stopped': { receiver: 'citizen', channels: smsAndEmail, hasLink: false, sample: inBoth(jonas) },
  'sms-started': { receiver: 'citizen', channels: smsAndEmail, hasLink: false, sample: inBoth(jonas) },
  'stop-not-possible': {
    receiver: 'staff',
    channels: smsAndEmail,
    hasLink: false,
    sample: inBoth({ contact: 'Mette' }),
  },
} satisfies Partial<Catalogue>;
