import type { Language } from '#domain';
import { citizenMyPageDa } from './citizen-my-page-da.js';
import { citizenMyPageEn } from './citizen-my-page-en.js';

export const citizenMyPageWords: Record<Language, typeof citizenMyPageDa> = {
  da: citizenMyPageDa,
  en: citizenMyPageEn,
};
