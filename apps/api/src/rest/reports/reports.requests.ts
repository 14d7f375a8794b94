import { int, localDate, oneOf } from '../../http/fields/index.js';

/** What the tables of a report are called; a file has one of them. */
const tables = ['citizens', 'rules', 'always-declined'] as const;
export type ForgottenTable = (typeof tables)[number];

export const formats = ['json', 'csv', 'xlsx'] as const;
export type ReportFormat = (typeof formats)[number];

/** What every report is asked with; those of now take the days and do nothing with them. */
export class ReportQuery {
  @localDate({
    optional: true,
    description: 'Første dag; rapportens egen, når intet er sagt. Uden betydning for det, der er talt nu.',
  })
  from?: string;
  @localDate({ optional: true, description: 'Sidste dag, som er med; i dag, når intet er sagt.' })
  to?: string;
  @oneOf(formats, {
    optional: true,
    example: 'json',
    description: 'json, når intet er sagt. csv og xlsx er filer til et regneark.',
  })
  format: ReportFormat = 'json';
}

export class ForgottenQuery extends ReportQuery {
  @int({
    min: 0,
    max: 3650,
    example: 30,
    optional: true,
    description: 'Så mange dage uden et forslag; 30, når intet er sagt.',
  })
  days: number = 30;
  @oneOf(tables, {
    optional: true,
    example: 'citizens',
    description: 'Hvilken tabel en fil har; citizens, når intet er sagt.',
  })
  table: ForgottenTable = 'citizens';
}
