import type { PageLanguage } from '../http/page-language.js';
import { frameWords } from './words/index.js';

/** The one person to call: templates/partials/page-contact.hbs. */
export interface ContactView {
  label: string;
  name: string;
  phone: { dial: string; digits: string; link: string } | null;
  without: string;
}

export function contactView(
  label: string,
  { name, phone }: { name: string; phone: string },
  language: PageLanguage,
): ContactView {
  const w = frameWords[language];
  const without = w.callMunicipality;
  if (phone === '') return { label, name, phone: null, without };
  const { digits, link } = toDial(phone);
  return { label, name, phone: { dial: w.call, digits, link }, without };
}

/** As it is read aloud, "20 12 34 56", and as a link; with the country code it can be dialled from anywhere. */
export function toDial(phone: string): { digits: string; link: string } {
  const national = /^(?:\+45)?(\d{8})$/.exec(phone)?.[1];
  if (national === undefined) return { digits: phone, link: `tel:${phone.replace(/[^\d+]/g, '')}` };
  return { digits: national.replace(/(\d\d)(?=\d)/g, '$1 '), link: `tel:+45${national}` };
}
