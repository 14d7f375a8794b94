import { rateGroups, supplements, type RateGroup, type Supplement } from '#domain';
import {
  code,
  flag,
  int,
  listOf,
  localDate,
  money,
  nested,
  number,
  oneOf,
  pickOf,
  slug,
  uuid,
} from '../../http/fields/index.js';

const MOST_HOURS_A_MONTH = 400;
const MONTHLY = 'Hele øre om måneden.';

export const rateGroup = (more: { optional?: boolean } = {}): PropertyDecorator =>
  oneOf(rateGroups, { ...more, example: 'forhoejet', description: 'Hvilken sats af kontanthjælp.' });

export class SupplementBody {
  @oneOf(supplements, { example: 'tilpasningstillaeg' }) name!: Supplement;
  @money({ optional: true, example: 200_000, description: 'Uden: det beløb, satserne kender.' }) ore?: number;
}

export class SpouseBody {
  @rateGroup({ optional: true }) rate?: RateGroup;
  @money({ example: 300_000, description: `Løn efter ATP, egen pension og AM-bidrag. ${MONTHLY}` })
  earningsOre!: number;
  @money({
    optional: true,
    example: 0,
    description: `Anden indtægt; trækkes fra krone for krone. ${MONTHLY}`,
  })
  otherIncomeOre?: number;
}

/** No citizen is named, and nothing is stored. */
export class BenefitEstimateBody {
  @localDate({ example: '2026-12-07', description: 'Satserne på denne dag bruges.' }) on!: string;
  @rateGroup() rate!: RateGroup;
  @money({ example: 1_334_500, description: `Kontanthjælp før skat, som den er nu. ${MONTHLY}` })
  benefitBeforeOre!: number;
  @number({ min: 0, max: MOST_HOURS_A_MONTH, example: 52 }) hoursPerMonth!: number;
  @money({ example: 15_845, max: 10_000_000 }) hourlyWageOre!: number;
  @code({
    pattern: /^\d{4}$/,
    form: { da: 'skal være kommunens fire cifre, som 0630', en: 'must be four digits, like 0630' },
    example: '0630',
  })
  municipality!: string;
  @flag({ optional: true, example: false, description: 'Medlem af folkekirken.' }) churchMember?: boolean;
  @number({ min: 0, max: 100, optional: true, example: 2, description: 'Egen pension i procent af lønnen.' })
  ownPensionPct?: number;
  @nested(SpouseBody, { optional: true, description: 'En ægtefælle, der også får kontanthjælp.' })
  spouse?: SpouseBody;
  @money({ optional: true, example: 0, description: 'Rest af et socialt frikort i år, i hele øre.' })
  freeCardLeftOre?: number;
  @listOf(SupplementBody, {
    max: 20,
    optional: true,
    description: 'Tillæg, der ikke er med i benefitBeforeOre.',
  })
  supplements?: SupplementBody[];
}

/** All but the hours: the answer is about every number of them. */
export class BenefitByHoursBody extends pickOf(BenefitEstimateBody, [
  'on',
  'rate',
  'benefitBeforeOre',
  'hourlyWageOre',
  'municipality',
  'churchMember',
  'ownPensionPct',
  'spouse',
  'freeCardLeftOre',
  'supplements',
]) {
  @number({
    min: 0,
    max: 37,
    optional: true,
    example: 0,
    description: 'Timer om ugen; 0, når intet er sagt.',
  })
  from?: number;
  @number({
    min: 0,
    max: 37,
    optional: true,
    example: 37,
    description: 'Timer om ugen; 37, når intet er sagt.',
  })
  to?: number;
}

export class RatesQuery {
  @localDate({ optional: true, example: '2026-11-30', description: 'I dag, når intet er sagt.' }) on?: string;
}

export class WageFloorQuery extends RatesQuery {
  @slug({ optional: true, example: 'lager', description: 'En kategori fra /categories; uden: alle.' })
  category?: string;
  @int({ min: 1, max: 37, optional: true, example: 12, description: 'Til ATP; 10, når intet er sagt.' })
  hoursPerWeek?: number;
}

export class CitizenEstimateQuery {
  @uuid() smallJobId!: string;
}
