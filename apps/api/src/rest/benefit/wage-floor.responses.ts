import { rateStatuses } from '#domain';
import type { CategoryFloor } from '#use-cases';
import { localDate, money, nested, oneOf, slug, text } from '../../http/fields/index.js';

const ANHOUR = 'Hele øre i timen.';

export class EmployerCostResponse {
  @money({ example: 15_845, description: ANHOUR }) wageOre!: number;
  @money({ nullable: true, example: 1_743, description: `${ANHOUR} Null: procenten kendes ikke.` })
  pensionOre!: number | null;
  @money({ nullable: true, example: 824, description: `SH eller fritvalg. ${ANHOUR} Null: kendes ikke.` })
  savingsOre!: number | null;
  @money({ example: 1_981, description: `Feriegodtgørelse. ${ANHOUR}` }) holidayPayOre!: number;
  @money({ example: 152, description: `Firmaets del af ATP. ${ANHOUR}` }) atpOre!: number;
  @money({ example: 19_721, description: `Det hele. ${ANHOUR}` }) totalOre!: number;
}

export class WageFloorResponse {
  @slug({ example: 'lager' }) category!: string;
  @localDate({ example: '2026-11-30' }) on!: string;
  @text({ max: 200, nullable: true, example: 'Fællesoverenskomsten (DIO II og 3F)' }) agreement!:
    string | null;
  @money({
    nullable: true,
    example: 15_845,
    description: `Den laveste løn i overenskomsten. ${ANHOUR} Null: kendes ikke. Der er ingen mindsteløn i loven.`,
  })
  floorOre!: number | null;
  @localDate({ nullable: true, example: '2026-03-01' }) from!: string | null;
  @text({ max: 1000, nullable: true, example: 'danskindustri.dk' }) source!: string | null;
  @oneOf(rateStatuses, { nullable: true, example: 'V2' }) status!: string | null;
  @text({ max: 1000, nullable: true, example: 'Skal bekræftes' }) note!: string | null;
  @nested(EmployerCostResponse, { nullable: true, description: 'Hvad en time koster firmaet.' })
  employerCost!: EmployerCostResponse | null;
}

export const toWageFloor = ({ category, on, floor, cost }: CategoryFloor): WageFloorResponse => ({
  category: category.id,
  on,
  agreement: floor?.agreement ?? null,
  floorOre: floor?.ore ?? null,
  from: floor?.from ?? null,
  source: floor?.source ?? null,
  status: floor?.status ?? null,
  note: floor?.note ?? null,
  employerCost: cost && {
    wageOre: cost.wageOre,
    pensionOre: cost.pensionOre,
    savingsOre: cost.savingsOre,
    holidayPayOre: cost.holidayPayOre,
    atpOre: cost.atpOre,
    totalOre: cost.totalOre,
  },
});
