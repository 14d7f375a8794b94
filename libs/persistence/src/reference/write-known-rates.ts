import type { DataSource } from 'typeorm';
import { knownRates } from './known-rates.js';
import { asParameter, ROW_TYPE, ROW_VALUES } from './rate-rows.js';

/**
 * Puts in the rates that come with the product wherever their period is still empty. What an operator has loaded is
 * never touched: official figures go before ours.
 */
export async function writeKnownRates(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `INSERT INTO rates (key, scope, valid_from, valid_to, value, status, source, note)
     SELECT ${ROW_VALUES} FROM jsonb_to_recordset($1) AS known (${ROW_TYPE})
     WHERE NOT EXISTS (
       SELECT FROM rates there WHERE there.key = known.key AND there.scope = known.scope
         AND daterange(there.valid_from, there.valid_to, '[]') && daterange(known.valid_from, known.valid_to, '[]'))`,
    [asParameter(knownRates())],
  );
}
