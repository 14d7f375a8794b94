import type { Language } from '#domain';
import { citizenMyDataDa } from './citizen-my-data-da.js';
import { citizenMyDataEn } from './citizen-my-data-en.js';

export const citizenMyDataWords: Record<Language, typeof citizenMyDataDa> = {
  da: citizenMyDataDa,
  en: citizenMyDataEn,
};
