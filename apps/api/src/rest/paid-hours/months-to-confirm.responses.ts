import type { MonthsToConfirmRecord } from '#use-cases';
import { int, listOf, localDate, text, uuid } from '../../http/fields/index.js';

const MOST = 10_000_000;

export class CompanyToConfirmResponse {
  @uuid() companyId!: string;
  @text({ example: 'Frugtlageret' }) company!: string;
  @int({ min: 0, max: MOST, example: 12, description: 'Vagter, der venter.' }) toConfirm!: number;
  @int({ min: 0, max: MOST, example: 2 }) people!: number;
  @int({ min: 0, max: MOST, example: 2880 }) paidMinutes!: number;
  @int({ min: 0, max: MOST, example: 480, description: 'Tælles altid for sig.' }) unpaidMinutes!: number;
  @localDate({ description: 'Den ældste dag, der venter.' }) since!: string;
}

export class MonthCountResponse {
  @text({ example: '2026-11' }) month!: string;
  @int({ min: 0, max: MOST, example: 30 }) toConfirm!: number;
}

export class MonthsToConfirmResponse {
  @text({ example: '2026-11' }) month!: string;
  @listOf(CompanyToConfirmResponse) items!: CompanyToConfirmResponse[];
  @listOf(MonthCountResponse, { description: 'Måneder med noget at bekræfte, den ældste først.' })
  months!: MonthCountResponse[];
}

export const toMonthsToConfirm = ({
  month,
  months,
  companies,
}: MonthsToConfirmRecord): MonthsToConfirmResponse => ({
  month,
  items: companies.map(({ company, toConfirm, people, paidMinutes, unpaidMinutes, since }) => ({
    companyId: company.id,
    company: company.name,
    toConfirm,
    people,
    paidMinutes,
    unpaidMinutes,
    since,
  })),
  months: months.map(({ month: which, toConfirm }) => ({ month: which, toConfirm })),
});
