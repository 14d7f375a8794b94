import {
  kindOf,
  rateKinds,
  rateStatuses,
  type Estimate,
  type Language,
  type Rate,
  type RateKey,
  type Zone,
} from '#domain';
import { flag, list, listOf, localDate, money, number, oneOf, slug, text } from '../../http/fields/index.js';

const signed = (example: number, description?: string): PropertyDecorator =>
  money({ min: -1_000_000_000, example, description });

export class EstimateLineResponse {
  @slug({ example: 'am' }) code!: string;
  @text({ max: 300, example: 'AM-bidrag. Det er en skat på 8 % af lønnen' }) text!: string;
  @signed(-65_651, 'Hele øre; linjerne giver tilsammen gainOre.') ore!: number;
  @text({ max: 1000, example: 'skm.dk' }) source!: string;
  @oneOf(rateStatuses, {
    nullable: true,
    example: 'V2',
    description:
      'V1 officiel, V2 afskrift af officiel, D udregnet, M ikke bekræftet. Null: kun det indtastede.',
  })
  status!: string | null;
}

/** What the calculation says, in whole øre a month. */
export class BenefitEstimateResponse {
  @money({ example: 823_940 }) grossOre!: number;
  @money({ example: 3_300 }) atpOre!: number;
  @money({ example: 0 }) pensionOre!: number;
  @money({ example: 65_651 }) amOre!: number;
  @money({ example: 754_989 }) afterAmOre!: number;
  @money({ example: 1_334_500, max: 30_000_000_000 }) benefitBeforeOre!: number;
  @money({ example: 328_243, description: 'Trukket i hjælpen af det, der er over fribeløbet.' })
  taperDeductionOre!: number;
  @money({ example: 0, description: 'Trukket i hjælpen, fordi loftet er nået.' })
  ceilingDeductionOre!: number;
  @money({ example: 1_006_257, max: 30_000_000_000 }) benefitAfterOre!: number;
  @money({ example: 327_487, max: 30_000_000_000 }) taxBeforeOre!: number;
  @money({ example: 459_323, max: 30_000_000_000 }) taxOre!: number;
  @money({ example: 1_007_013, max: 30_000_000_000 }) netBeforeOre!: number;
  @money({ example: 1_301_923, max: 30_000_000_000 }) netAfterOre!: number;
  @signed(294_910, 'Så meget mere om måneden, efter skat. Hele øre.') gainOre!: number;
  @signed(5_671) gainPerHourOre!: number;
  @money({ example: 102_993, description: 'Spares op og udbetales, når der holdes ferie. Hele øre.' })
  holidayPayOre!: number;
  @number({ min: 0, max: 100, example: 12, description: 'Timer om ugen, der tæller med i arbejdspligten.' })
  workDutyHoursPerWeek!: number;
  @listOf(EstimateLineResponse) lines!: EstimateLineResponse[];
  @list(text({ max: 300, example: 'Boligstøtte. Den kan blive mindre, når du tjener mere.' }))
  notIncluded!: string[];
  @localDate({ example: '2026-01-01', description: 'Den nyeste begyndelse blandt de brugte satser.' })
  ratesFrom!: string;
  @flag({ example: true, description: 'Vejledende: ydelseskontoret laver den bindende beregning.' })
  guidance!: true;
}

export function toEstimate(estimate: Estimate, language: Language): BenefitEstimateResponse {
  const { lines, notIncluded, zone: _, ...figures } = estimate;
  return {
    ...figures,
    lines: lines.map(({ text, ...line }) => ({ ...line, text: text[language] })),
    notIncluded: notIncluded.map((sentence) => sentence[language]),
  };
}

const zones: readonly Zone[] = ['nothing-earned', 'allowance', 'taper', 'ceiling', 'no-benefit-left'];

export class GainPointResponse {
  @number({ min: 0, max: 37, example: 12 }) hoursPerWeek!: number;
  @signed(294_910, 'Så meget mere om måneden, efter skat. Hele øre.') gainOre!: number;
  @money({ example: 1_301_923, max: 30_000_000_000 }) netAfterOre!: number;
}

export class GainBendResponse extends GainPointResponse {
  @oneOf(zones, {
    example: 'taper',
    description: 'Herfra: aftrapning, loft, eller ingen kontanthjælp tilbage.',
  })
  zone!: string;
}

export class BenefitByHoursResponse {
  @listOf(GainPointResponse) points!: GainPointResponse[];
  @listOf(GainBendResponse) bends!: GainBendResponse[];
}

const keys = Object.keys(rateKinds) as RateKey[];

export class RateResponse {
  @oneOf(keys, { example: 'allowance' }) key!: string;
  @text({
    min: 0,
    max: 60,
    example: 'forhoejet',
    description: 'Sats, kommune, timer eller område; ellers tom.',
  })
  scope!: string;
  @localDate({ example: '2025-07-01' }) from!: string;
  @localDate({ nullable: true, example: '2026-12-31' }) to!: string | null;
  @money({ nullable: true, example: 250_000 }) ore!: number | null;
  @number({ min: 0, max: 100, nullable: true, example: 65 }) percent!: number | null;
  @slug({ nullable: true, example: 'after-am' }) choice!: string | null;
  @oneOf(rateStatuses, { example: 'V2' }) status!: string;
  @text({ max: 1000, example: 'Lov nr. 1655 af 30. december 2024' }) source!: string;
  @text({ max: 1000, nullable: true, example: 'Ikke bekræftet, at den reguleres' }) note!: string | null;
}

export function toRate({ key, scope, from, to, value, status, source, note }: Rate): RateResponse {
  const { unit } = kindOf(key);
  return {
    key,
    scope,
    from,
    to,
    ore: unit === 'ore' && value !== null ? Number(value) : null,
    percent: unit === 'share' && value !== null ? Number(value) / 10_000 : null,
    choice: unit === 'choice' && value !== null ? String(value) : null,
    status,
    source,
    note,
  };
}
