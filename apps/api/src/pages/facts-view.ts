import type { PageLanguage } from '../http/page-language.js';

/** What, when, where or pay of a job: templates/partials/page-facts.hbs. */
export interface Fact {
  /** A partial of its own: templates/partials/page-icon-….hbs. */
  icon: 'page-icon-what' | 'page-icon-when' | 'page-icon-where' | 'page-icon-pay';
  label: string;
  /** What the company wrote is Danish, whatever the page speaks; a screen reader must know. */
  lines: FactLine[];
  /** A map, elsewhere. */
  way: { href: string; label: string; note: string } | null;
}

interface FactLine {
  lang: PageLanguage;
  words: string;
}

/** Lines in one language; empty ones are left out. */
export const linesIn = (lang: PageLanguage, words: readonly string[]): FactLine[] =>
  words.filter(Boolean).map((line) => ({ lang, words: line }));

export const fact = (icon: Fact['icon'], label: string, lines: FactLine[]): Fact => ({
  icon,
  label,
  lines,
  way: null,
});
