import type { Language } from '#domain';
import { bothDa } from './both-da.js';
import { bothEn } from './both-en.js';
import { citizenDa } from './citizen-da.js';
import { citizenEn } from './citizen-en.js';
import { employerDa } from './employer-da.js';
import { employerEn } from './employer-en.js';

export const bothWords: Record<Language, typeof bothDa> = { da: bothDa, en: bothEn };
export const citizenWords: Record<Language, typeof citizenDa> = { da: citizenDa, en: citizenEn };
export const employerWords: Record<Language, typeof employerDa> = { da: employerDa, en: employerEn };
export { abilityInWords, danishInWords, needInWords } from './card-values.js';

/** "man, ons og fre" at the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
