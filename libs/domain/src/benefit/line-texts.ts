import { kronerInWords, moneyInWords } from '../kernel/index.js';
import type { IncomeBasis } from '../rates/index.js';
import type { BothLanguages } from './not-included.js';

const number = (amount: number, language: 'da' | 'en'): string => {
  const text = String(Math.round(amount * 100) / 100);
  return language === 'da' ? text.replace('.', ',') : text;
};
const whole = kronerInWords;

/** What of the wage is meant, when it is not all of it. */
const counted = {
  da: { 'after-am': ' efter AM-bidrag', gross: '' },
  en: { 'after-am': ' after AM-bidrag', gross: '' },
} as const;

/** The arithmetic in plain words. */
export const lineTexts = {
  wage: (hours: number, wageOre: number): BothLanguages => ({
    da: `Din løn: ${number(hours, 'da')} timer til ${moneyInWords(wageOre)} i timen`,
    en: `Your wage: ${number(hours, 'en')} hours at ${moneyInWords(wageOre, 'en')} an hour`,
  }),
  atp: (): BothLanguages => ({
    da: 'ATP. Det er en pension, som alle i job sparer op til',
    en: 'ATP, a pension that everybody with a job saves up for',
  }),
  pension: (percent: number): BothLanguages => ({
    da: `Din egen del af pensionen: ${number(percent, 'da')} % af lønnen`,
    en: `Your own part of the pension: ${number(percent, 'en')}% of the wage`,
  }),
  am: (percent: number): BothLanguages => ({
    da: `AM-bidrag. Det er en skat på ${number(percent, 'da')} % af lønnen`,
    en: `AM-bidrag, a tax of ${number(percent, 'en')}% of the wage`,
  }),
  freeCard: (ore: number): BothLanguages => ({
    da: `Dit sociale frikort: ${whole(ore, 'da')} er fri for skat og trækkes ikke fra hjælpen`,
    en: `Your social free card: ${whole(ore, 'en')} is free of tax and not taken off the benefit`,
  }),
  spouse: (ore: number): BothLanguages => ({
    da: `Din ægtefælles penge sænker hjælpen med ${whole(ore, 'da')}, også uden jobbet`,
    en: `Your spouse's money lowers the benefit by ${whole(ore, 'en')}, also without the job`,
  }),
  benefitKept: (allowanceOre: number, basis: IncomeBasis): BothLanguages => ({
    da: `Du beholder hele din kontanthjælp. Du må tjene ${whole(allowanceOre, 'da')}${counted.da[basis]}, før der bliver trukket noget fra`,
    en: `You keep all of your benefit. You may earn ${whole(allowanceOre, 'en')}${counted.en[basis]} before anything is taken off`,
  }),
  taper: (percent: number, allowanceOre: number, basis: IncomeBasis): BothLanguages => ({
    da:
      allowanceOre === 0
        ? `Mindre i kontanthjælp: ${number(percent, 'da')} % af din løn${counted.da[basis]}`
        : `Mindre i kontanthjælp: ${number(percent, 'da')} % af det, du tjener over ${whole(allowanceOre, 'da')}${counted.da[basis]}`,
    en:
      allowanceOre === 0
        ? `Less benefit: ${number(percent, 'en')}% of your wage${counted.en[basis]}`
        : `Less benefit: ${number(percent, 'en')}% of what you earn above ${whole(allowanceOre, 'en')}${counted.en[basis]}`,
  }),
  benefitGone: (): BothLanguages => ({
    da: 'Du får ikke kontanthjælp mere, for lønnen er høj nok',
    en: 'You get no benefit any more, because the wage is high enough',
  }),
  ceiling: (ceilingOre: number): BothLanguages => ({
    da: `Mindre i kontanthjælp: løn og hjælp kan ikke blive mere end ${whole(ceilingOre, 'da')} tilsammen`,
    en: `Less benefit: wage and benefit together cannot be more than ${whole(ceilingOre, 'en')}`,
  }),
  tax: (moreOre: number): BothLanguages =>
    moreOre < 0
      ? { da: 'Mindre i skat end før', en: 'Less tax than before' }
      : moreOre === 0
        ? { da: 'Det samme i skat som før', en: 'The same tax as before' }
        : { da: 'Mere i skat, fordi du tjener mere', en: 'More tax, because you earn more' },
  rounding: (): BothLanguages => ({
    da: 'Afrunding af øre',
    en: 'Rounding',
  }),
};
