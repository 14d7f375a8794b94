import type { PageLanguage } from '../../http/page-language.js';
import { offeredBy, type Site } from '../../http/site.js';

export interface LanguageLink {
  code: PageLanguage;
  name: string;
  href: string;
  current: boolean;
}

export const languageNames: Readonly<Record<PageLanguage, string>> = {
  da: 'Dansk',
  en: 'English',
  ar: 'العربية',
  uk: 'Українська',
};

/**
 * The languages of a page. Only citizens' pages exist in more than Danish and English. The addresses begin with the
 * question mark: the same page, and no link's own address stands on it.
 */
export function languagesOf(current: PageLanguage, forCitizens: boolean, site: Site): LanguageLink[] {
  const offered: PageLanguage[] = forCitizens ? offeredBy(site) : ['da', 'en'];
  return offered.map((code) => ({
    code,
    name: languageNames[code],
    href: `?sprog=${code}`,
    current: code === current,
  }));
}
