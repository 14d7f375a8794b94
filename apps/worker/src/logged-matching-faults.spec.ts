import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { LoggedMatchingFaults } from './logged-matching-faults.js';

it('is an error in the log of the worker', () => {
  const written: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line) => written.push(JSON.parse(line) as never) });
  new LoggedMatchingFaults(log).report('0630', 'row-gone');
  expect(written).toMatchObject([{ level: 50, municipalityId: '0630', difference: 'row-gone' }]);
});
