import { int, oneOf } from '../../http/fields/index.js';

/** What the tables of a report are called; a file has one of them. */
const tables = ['citizens', 'rules', 'always-declined'] as const;
export type ForgottenTable = (typeof tables)[number];

export class ForgottenQuery {
  @int({
    min: 0,
    max: 3650,
    example: 30,
    optional: true,
    description: 'Så mange dage uden et forslag; 30, når intet er sagt.',
  })
  days: number = 30;
  @oneOf(['json', 'csv'] as const, {
    optional: true,
    example: 'json',
    description: 'json, når intet er sagt.',
  })
  format: 'json' | 'csv' = 'json';
  @oneOf(tables, {
    optional: true,
    example: 'citizens',
    description: 'Hvilken tabel en fil har; citizens, når intet er sagt.',
  })
  table: ForgottenTable = 'citizens';
}
