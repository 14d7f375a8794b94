import { isEmail } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { fieldDecorator, type Check, type FieldDecorator, type Presence } from './field.js';
import { isText, tidy } from './words.js';

const LONGEST_PHONE = 30;

/** Eight Danish digits or a number with country code, as E.164. Undefined when it cannot be a number. */
export function toE164(value: string): string | undefined {
  if (value.length > LONGEST_PHONE) return undefined;
  const number = parsePhoneNumberFromString(value, { defaultCountry: 'DK', extract: false });
  // The type is not asked: Danish numbers are "fixed line or mobile", and an SMS to either may arrive.
  return number?.isValid() && !number.ext ? number.number : undefined;
}

const isPhone: Check = {
  name: 'phone',
  text: {
    da: 'skal være et telefonnummer: otte cifre, eller landekode som +4520123456',
    en: 'must be a phone number: eight digits, or a country code like +4520123456',
  },
  test: (value) => toE164(value as string) === value,
};

const isAddress: Check = {
  name: 'email',
  text: { da: 'skal være en e-mailadresse', en: 'must be an e-mail address' },
  test: (value) => isEmail(value) && (value as string).length <= 254,
};

/** A phone number; becomes E.164 whether it came as `20 12 34 56` or `+4520123456`. */
export function phone(options: { example?: string } & Presence = {}): FieldDecorator {
  return fieldDecorator(
    {
      schema: { type: 'string', minLength: 3, maxLength: LONGEST_PHONE },
      example: () => options.example ?? '+4520123456',
      checks: [isText, isPhone],
      normalise: (value) => (typeof value === 'string' ? (toE164(value) ?? value) : value),
    },
    {
      ...options,
      description: options.description ?? 'Otte danske cifre eller E.164; svares altid som E.164.',
    },
  );
}

export function email(options: { example?: string } & Presence = {}): FieldDecorator {
  return fieldDecorator(
    {
      schema: { type: 'string', format: 'email', maxLength: 254 },
      example: () => options.example ?? 'mette@kommune.example',
      checks: [isText, isAddress],
      normalise: tidy,
    },
    options,
  );
}
