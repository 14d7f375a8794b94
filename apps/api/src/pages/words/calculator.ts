import type { Language } from '#domain';
import { calculatorDa } from './calculator-da.js';
import { calculatorEn } from './calculator-en.js';

export const calculatorWords: Record<Language, typeof calculatorDa> = { da: calculatorDa, en: calculatorEn };
