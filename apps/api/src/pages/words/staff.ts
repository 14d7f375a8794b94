import type { Language } from '#domain';
import { staffDa } from './staff-da.js';
import { staffEn } from './staff-en.js';

export const staffWords: Record<Language, typeof staffDa> = { da: staffDa, en: staffEn };
