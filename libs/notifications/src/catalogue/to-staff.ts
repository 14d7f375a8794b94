import type { Catalogue } from './message-definition.js';
import { smsAndEmail } from './message-definition.js';
import { boxes, boxesAtEight, jonasByName, jonasByPhone, pseudonym, together } from './demo-people.js';

const answered = { contact: 'Mette', company: 'Frugtlageret', ...pseudonym };

export const toStaff = {
  'match-confirmed': {
    receiver: 'staff',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(answered, boxes),
  },
  'match-rejected': {
    receiver: 'staff',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(answered, {
      da: { ...boxes.da, reason: 'timerne passer ikke' },
      en: { ...boxes.en, reason: 'the hours do not fit' },
    }),
  },
  'not-here-contact': {
    receiver: 'staff',
    channels: smsAndEmail,
    hasLink: false,
    sample: together({ contact: 'Mette', ...jonasByPhone }, boxesAtEight),
  },
  'not-here-deputy': {
    receiver: 'staff',
    channels: smsAndEmail,
    hasLink: false,
    sample: together({ contact: 'Lars', fixedContact: 'Mette', ...jonasByPhone }, boxesAtEight),
  },
  'not-here-leader': {
    receiver: 'staff',
    channels: smsAndEmail,
    hasLink: false,
    sample: together({ contact: 'Karen', fixedContact: 'Mette' }, boxesAtEight),
  },
  'test-message': {
    receiver: 'staff',
    channels: smsAndEmail,
    hasLink: false,
    sample: together(
      { contact: 'Karen' },
      {
        da: { what: 'Påmindelse om vagten', text: 'Hej Jonas. Vi ses i morgen.' },
        en: { what: 'Reminder of the shift', text: 'Hi Jonas. See you tomorrow.' },
      },
    ),
  },
  'work-stood-still': {
    receiver: 'staff',
    channels: smsAndEmail,
    hasLink: false,
    choices: { what: ['messages', 'watch'] },
    sample: {
      da: { contact: 'Karen', what: 'messages', time: '9.12' },
      en: { contact: 'Karen', what: 'messages', time: '9.12' },
    },
  },
  'still-at-it': {
    receiver: 'staff',
    channels: smsAndEmail,
    question: 'still-at-it',
    hasLink: false,
    sample: together(
      { contact: 'Mette', ...jonasByName },
      {
        da: { workplace: boxesAtEight.da.workplace },
        en: { workplace: boxesAtEight.en.workplace },
      },
    ),
  },
} satisfies Partial<Catalogue>;
