import { Exact, type Rate, type RateKey, type RateStatus } from '../rates/index.js';
import type { Calculation } from './calculate.js';
import type { EstimateInput } from './estimate-input.js';
import type { Figures } from './figures.js';
import { lineTexts } from './line-texts.js';
import type { BothLanguages } from './not-included.js';
import type { Parameters } from './parameters.js';

export type LineCode =
  | 'wage'
  | 'atp'
  | 'pension'
  | 'am'
  | 'free-card'
  | 'spouse'
  | 'benefit-kept'
  | 'taper'
  | 'ceiling'
  | 'tax'
  | 'rounding';

/** One step from the wage to what is left. Zero for a line that only explains. */
export interface Line {
  code: LineCode;
  text: BothLanguages;
  ore: number;
  /** Where the figures of the line come from. */
  source: string;
  /** How sure the least sure of them is; null when nothing but what was put in is used. */
  status: RateStatus | null;
}

const COMPUTED = 'Regnet ud fra det, du har skrevet';

export function linesOf(input: EstimateInput, figures: Figures, exact: Calculation, p: Parameters): Line[] {
  const line = (code: LineCode, ore: number, text: BothLanguages, ...keys: RateKey[]): Line => ({
    code,
    text,
    ore,
    ...standsOn(keys.flatMap((key) => p.rows.get(key) ?? [])),
  });
  const percent = (share: Exact) => share.times(Exact.whole(10_000)).rounded() / 100;
  const t = lineTexts;
  const moreTax = figures.taxOre - figures.taxBeforeOre;
  const benefitLine = (): Line[] => {
    if (!exact.benefitBefore.isAboveZero) return [];
    const allowance = p.allowance.rounded();
    if (figures.taperDeductionOre === 0)
      return [line('benefit-kept', 0, t.benefitKept(allowance, p.incomeBasis), 'allowance', 'income-basis')];
    const text = exact.benefitAfter.isAboveZero
      ? t.taper(percent(p.taper), allowance, p.incomeBasis)
      : t.benefitGone();
    return [line('taper', -figures.taperDeductionOre, text, 'taper', 'allowance', 'income-basis')];
  };
  const lines: Line[] = [
    line('wage', figures.grossOre, t.wage(input.hoursPerMonth, input.hourlyWageOre)),
    ...(figures.atpOre > 0 ? [line('atp', -figures.atpOre, t.atp(), 'atp-employee')] : []),
    ...(figures.pensionOre > 0
      ? [line('pension', -figures.pensionOre, t.pension(input.ownPensionPct ?? 0))]
      : []),
    line('am', -figures.amOre, t.am(percent(p.amShare)), 'am-bidrag'),
    ...(exact.free.isAboveZero
      ? [line('free-card', 0, t.freeCard(exact.free.rounded()), 'social-free-card')]
      : []),
    ...(exact.spouseDeduction.isAboveZero
      ? [line('spouse', 0, t.spouse(exact.spouseDeduction.rounded()), 'allowance', 'taper')]
      : []),
    ...benefitLine(),
    ...(figures.ceilingDeductionOre > 0
      ? [
          line(
            'ceiling',
            -figures.ceilingDeductionOre,
            t.ceiling(p.ceiling.rounded()),
            'ceiling-share',
            'max-dagpenge',
          ),
        ]
      : []),
    line(
      'tax',
      -moreTax || 0,
      t.tax(moreTax),
      'bottom-tax',
      'municipal-tax',
      'personal-allowance',
      'work-deduction',
    ),
  ];
  const rest = figures.gainOre - lines.reduce((sum, { ore }) => sum + ore, 0);
  return rest === 0 ? lines : [...lines, line('rounding', rest, t.rounding())];
}

/** From sure to unsure. */
const sureness: readonly RateStatus[] = ['V1', 'V2', 'D', 'M'];

function standsOn(rows: readonly Rate[]): Pick<Line, 'source' | 'status'> {
  const sources = [...new Set(rows.map(({ source }) => source))];
  const worst = Math.max(...rows.map(({ status }) => sureness.indexOf(status)));
  return {
    source: sources.join('; ') || COMPUTED,
    status: sureness[worst] ?? null,
  };
}
