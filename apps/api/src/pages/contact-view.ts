import { phoneInPairs } from '#domain';
import type { PageLanguage } from '../http/page-language.js';
import { frameWords } from './words/index.js';

/** The one person to call: templates/partials/page-contact.hbs. */
export interface ContactView {
  /** Whose contact it is; empty where the page has said so: the name is the heading then. */
  label: string;
  name: string;
  /** When the phone is answered, and whom somebody stands in for. */
  lines: string[];
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
  const whom = { label, name, lines: [], without };
  if (phone === '') return { ...whom, phone: null };
  const { digits, link } = toDial(phone);
  return { ...whom, phone: { dial: w.call, digits, link } };
}

/** As it is read aloud, "20 12 34 56", and as a link; with the country code it can be dialled from anywhere. */
export function toDial(phone: string): { digits: string; link: string } {
  const national = /^(?:\+45)?(\d{8})$/.exec(phone)?.[1];
  if (national === undefined) return { digits: phone, link: `tel:${phone.replace(/[^\d+]/g, '')}` };
  return { digits: phoneInPairs(national), link: `tel:+45${national}` };
}
