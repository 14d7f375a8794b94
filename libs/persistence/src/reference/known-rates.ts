import { overlapsOf, readRates, type Rate } from '#domain';
import { benefitRates } from './benefit-rates.js';
import { municipalTaxes } from './municipal-taxes.js';
import { taxRates } from './tax-rates.js';
import { wageRates } from './wage-rates.js';

/** Every rate that comes with the product. Read like an operator's file, so that a slip here stops every test. */
export function knownRates(): Rate[] {
  const read = readRates([...benefitRates, ...taxRates, ...municipalTaxes, ...wageRates]);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const overlaps = overlapsOf(read.rates);
  if (overlaps.length > 0) throw new Error(overlaps.join('\n'));
  return read.rates;
}
