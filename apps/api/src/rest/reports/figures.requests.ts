import { enteredIndicators, type EnteredIndicator } from '#domain';
import { hoursStandings, type HoursView } from '#use-cases';
import { code, flag, int, localDate, oneOf, text } from '../../http/fields/index.js';
import { MONTH } from '../../http/month-in-path.js';
import { PageQuery } from '../../http/page.js';
import type { ReportFormat } from './reports.requests.js';
import { formats, ReportQuery } from './reports.requests.js';

export class WaitingQuery extends PageQuery {
  @flag({ optional: true, example: false, description: 'Kun dem, der ikke er foreslået i 30 dage.' })
  onlyForgotten: boolean = false;
  @oneOf(formats, { optional: true, example: 'json' }) format: ReportFormat = 'json';
}

export class HoursGoalQuery extends ReportQuery {
  @code({
    pattern: MONTH,
    form: { da: 'skal være en måned som 2026-11', en: 'must be a month like 2026-11' },
    example: '2026-11',
    optional: true,
    description: 'Denne måned, når intet er sagt.',
  })
  month?: string;
  @oneOf([...hoursStandings, 'now', 'unpaid'] as const, {
    optional: true,
    example: 'reached',
    description:
      'Hvem: har nået målet, når det med det planlagte, under målet, i løntimer i dag, med ulønnede timer. Alle med løntimer, når intet er sagt.',
  })
  show?: HoursView;
}

export class EnteredFigureBody {
  @oneOf<EnteredIndicator>(enteredIndicators, { example: 'flex-job' }) indicator!: EnteredIndicator;
  @int({ min: 2000, max: 2100, example: 2025 }) year!: number;
  @int({ min: 0, max: 1_000_000, example: 229 }) people!: number;
  @localDate({ example: '2025-12-31', description: 'Den sidste dag, tallet er talt til.' })
  countedTo!: string;
  @text({ max: 300, example: 'jobindsats.dk' }) source!: string;
}
