import type { Language } from '#domain';

/** What a person reads, in the languages the interface speaks. */
export type Text = Record<Language, string>;

/**
 * Danish unless the caller prefers English. Weights are read because a browser set to Danish sends
 * `da, en;q=0.8`, and must not be answered in English.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(readWish);
  const best = (language: Language) =>
    Math.max(0, ...wishes.filter((wish) => wish.language === language).map((wish) => wish.weight));
  return best('en') > best('da') ? 'en' : 'da';
}

function readWish(wish: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
  const quality = parameters
    .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  return { language: tag.trim().split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality) };
}
