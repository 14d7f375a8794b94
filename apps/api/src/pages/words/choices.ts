import type { Language } from '#domain';

/** "man, ons og fre" at the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1);

/** The names of a closed list as a form writes them, by slug. */
export const choices = <Slug extends string | number>(
  names: Readonly<Record<Slug, Readonly<Record<Language, string>>>>,
  language: Language,
): Record<Slug, string> =>
  Object.fromEntries(
    Object.entries<Readonly<Record<Language, string>>>(names).map(([slug, name]) => [
      slug,
      capital(name[language]),
    ]),
  ) as Record<Slug, string>;
