import { kronerInWords, moneyInWords, type Language } from '#domain';

/** "2.949 kr." without øre: what people say. */
export const wholeKroner = (ore: number, language: Language): string =>
  kronerInWords(Math.round(ore / 100) * 100, language);

/** With øre, and a minus as long as a figure: "−656,51 kr.". */
export const exactKroner = (ore: number, language: Language): string =>
  moneyInWords(ore, language).replace('-', '−');

/** "7,5" or "7.5". */
export const inNumbers = (amount: number, language: Language): string =>
  language === 'da' ? String(amount).replace('.', ',') : String(amount);

const HUNDRED_KRONER = 10_000;

/** Whole hundreds, never more than there is. */
export const downToHundreds = (ore: number): number => Math.floor(ore / HUNDRED_KRONER) * HUNDRED_KRONER;
