import type { OfferEstimate } from '#use-cases';
import type { Language } from '#domain';
import { localDate, money, nested, number, oneOf, text } from '../../http/fields/index.js';
import { BenefitEstimateResponse, toEstimate } from './benefit.responses.js';

const WHY_NOT = ['no-figures', 'no-rates', 'municipality-unknown'] as const;

export class ConfirmedResponse {
  @text({ example: 'Hanne Bro, ydelseskontoret' }) by!: string;
  @localDate({ nullable: true }) at!: string | null;
}

export class CitizenEstimateResponse {
  @money({ nullable: true, example: 290_000, description: 'Rundet ned til hele hundreder kroner.' })
  aboutOre!: number | null;
  @localDate({ nullable: true, description: 'Dagen, hvis satser er brugt.' }) on!: string | null;
  @number({ min: 0, max: 400, nullable: true, example: 52 }) hoursPerMonth!: number | null;
  @nested(ConfirmedResponse, { nullable: true, description: 'Hvem på ydelseskontoret har set på tallene.' })
  confirmed!: ConfirmedResponse | null;
  @nested(BenefitEstimateResponse, { nullable: true }) estimate!: BenefitEstimateResponse | null;
  @oneOf(WHY_NOT, { nullable: true, description: 'Hvorfor der ikke er et tal.' }) whyNot!: string | null;
}

export function toCitizenEstimate(answer: OfferEstimate, language: Language): CitizenEstimateResponse {
  if (answer.kind === 'none') {
    const nothing = { aboutOre: null, on: null, hoursPerMonth: null, confirmed: null, estimate: null };
    return { ...nothing, whyNot: answer.why };
  }
  const { aboutOre, on, hoursPerMonth, confirmed, estimate } = answer;
  return {
    aboutOre,
    on,
    hoursPerMonth,
    confirmed: confirmed && { by: confirmed.by, at: confirmed.at },
    estimate: toEstimate(estimate, language),
    whyNot: null,
  };
}
