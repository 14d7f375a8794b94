import { smsAndEmail, type Catalogue } from './message-definition.js';

/** To a company's user or a citizen who asked a moment ago. */
export const toWhoSignsIn = {
  'sign-in-code': {
    receiver: 'citizen',
    channels: smsAndEmail,
    hasLink: false,
    sample: { da: { code: '204816' }, en: { code: '204816' } },
  },
} satisfies Partial<Catalogue>;
