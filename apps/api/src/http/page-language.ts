import type { Language } from '#domain';

/**
 * What pages can speak. Everything is there in Danish and English; Arabic and Ukrainian are for citizens' pages
 * only, and only after a person has approved the texts (site.ts, templates/pages/site.json).
 */
export const pageLanguages = ['da', 'en', 'ar', 'uk'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

export const isPageLanguage = (code: unknown): code is PageLanguage =>
  pageLanguages.some((known) => known === code);

/** For what exists in Danish and English only, as facts that a use case has put into words. */
export const inDanishOrEnglish = (language: PageLanguage): Language => (language === 'da' ? 'da' : 'en');

export const directionOf = (language: PageLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
