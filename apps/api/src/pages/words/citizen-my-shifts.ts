import type { Language } from '#domain';
import { citizenMyShiftsDa } from './citizen-my-shifts-da.js';
import { citizenMyShiftsEn } from './citizen-my-shifts-en.js';

export const citizenMyShiftsWords: Record<Language, typeof citizenMyShiftsDa> = {
  da: citizenMyShiftsDa,
  en: citizenMyShiftsEn,
};
