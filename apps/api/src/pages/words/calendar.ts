import type { Language } from '#domain';
import { calendarDa } from './calendar-da.js';
import { calendarEn } from './calendar-en.js';

export const calendarWords: Record<Language, typeof calendarDa> = { da: calendarDa, en: calendarEn };
