import { localDateOf } from '#domain';
import type { ForgottenReport } from '#use-cases';
import { csv } from '../../http/csv.js';
import type { ForgottenTable } from './reports.requests.js';

/** One table of the report for a spreadsheet. */
export function forgottenFile(report: ForgottenReport, table: ForgottenTable): string {
  return csv(tables[table](report));
}

const tables: Record<ForgottenTable, (report: ForgottenReport) => string[][]> = {
  citizens: ({ citizens }) => [
    [
      'Borger',
      'Id',
      'Kontakt',
      'Sidst foreslået',
      'Dage',
      'Småjobs, der passer nu',
      'Står oftest i vejen',
      'Antal småjobs',
    ],
    ...citizens.map(({ citizen, broker, lastProposedAt, days, fittingSmallJobs, inTheWay }) => [
      citizen.name,
      citizen.id,
      broker ?? '',
      lastProposedAt ? localDateOf(lastProposedAt) : 'aldrig',
      String(days),
      String(fittingSmallJobs),
      inTheWay?.text ?? '',
      inTheWay ? String(inTheWay.smallJobs) : '',
    ]),
  ],
  rules: ({ rules }) => [
    ['Regel', 'Kun den', 'Hver gang', 'Spørg om', 'Så passer det til', 'I en sætning'],
    ...rules.map(({ name, only, always, help, text }) => [
      name,
      String(only),
      String(always),
      help?.text ?? '',
      help ? String(help.gained) : '',
      text,
    ]),
  ],
  'always-declined': ({ alwaysDeclined }) => [
    ['Borger', 'Id', 'Foreslået', 'Nej fra firmaer', 'Nej fra borgeren'],
    ...alwaysDeclined.map(({ citizen, proposed, byCompany, byCitizen }) => [
      citizen.name,
      citizen.id,
      String(proposed),
      String(byCompany),
      String(byCitizen),
    ]),
  ],
};
