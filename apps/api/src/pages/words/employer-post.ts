import type { Language } from '#domain';
import { employerPostDa } from './employer-post-da.js';
import { employerPostEn } from './employer-post-en.js';

export type EmployerPostWords = typeof employerPostDa;
export const employerPostWords: Record<Language, EmployerPostWords> = {
  da: employerPostDa,
  en: employerPostEn,
};
