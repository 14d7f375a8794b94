import type { Caseload, CaseloadReport } from '#use-cases';
import { figuresWords as w } from '../../words/desk-figures.js';
import { inDanish } from './numbers.js';

const LEFT = 2;
const RIGHT = 340;
const HEAD = 34;
const ROW = 38;

/** templates/partials/page-desk-load-chart.hbs: a bar for each person, by name, beside target and limit. */
export interface LoadChartView {
  text: string;
  height: number;
  bottom: number;
  marks: { x: number; label: string; textX: number; isLimit: boolean }[];
  rows: {
    y: number;
    textY: number;
    width: number;
    label: string;
    pattern: '' | 'load-target' | 'load-limit';
  }[];
  table: { summary: string; columns: string[]; rows: LoadRow[] };
}

interface LoadRow {
  name: string;
  /** The list of whom the person follows. */
  href: string;
  citizens: string;
  mark: string;
}

const patterns = { below: '', 'over-target': 'load-target', 'over-limit': 'load-limit' } as const;
const markWords = { below: '', 'over-target': w.overTarget, 'over-limit': w.overLimit } as const;

export function loadChart({
  people,
  target,
  limit,
}: Pick<CaseloadReport, 'people' | 'target' | 'limit'>): LoadChartView {
  const most = Math.max(limit * 1.15, ...people.map(({ citizens }) => citizens));
  const x = (citizens: number): number => Math.round(LEFT + ((RIGHT - LEFT) * citizens) / most);
  const over = (mark: Caseload['mark'][]): string =>
    inDanish(people.filter((one) => mark.includes(one.mark)).length);
  const bottom = HEAD + people.length * ROW;
  return {
    text: w.loadText(
      inDanish(people.length),
      target,
      limit,
      over(['over-target', 'over-limit']),
      over(['over-limit']),
    ),
    height: bottom + 4,
    bottom,
    marks: [
      { x: x(target), textX: x(target) - 4, label: w.target(target), isLimit: false },
      { x: x(limit), textX: x(limit) - 4, label: w.limit(limit), isLimit: true },
    ],
    rows: people.map(({ staff, citizens, mark }, at) => ({
      y: HEAD + at * ROW + 18,
      textY: HEAD + at * ROW + 13,
      width: Math.max(1, x(citizens) - LEFT),
      label: w.loadLine(staff.name, inDanish(citizens), markWords[mark]),
      pattern: patterns[mark],
    })),
    table: {
      summary: w.asTable,
      columns: [w.employee, w.citizens, w.mark],
      rows: people.map(({ staff, citizens, mark }) => ({
        name: staff.name,
        href: `/kommune/borgere?vis=all&kontakt=${staff.id}`,
        citizens: inDanish(citizens),
        mark: markWords[mark],
      })),
    },
  };
}
