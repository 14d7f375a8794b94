import { expect, it } from '@jest/globals';
import type { HttpAdapterHost } from '@nestjs/core';
import { pino } from 'pino';
import { HeardMatchingFaults } from './heard-matching-faults.js';

it('counts each, and says in the log where, and nothing of whom', async () => {
  const written: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line) => written.push(JSON.parse(line) as never) });
  const host = { httpAdapter: { getInstance: () => ({ log }) } } as unknown as HttpAdapterHost;
  const faults = new HeardMatchingFaults(host);
  faults.report('0630', 'other-score');
  faults.report('0630', 'other-score');
  const { values } = await faults.counter.get();
  expect(values.map(({ labels, value }) => [labels.difference, value])).toEqual([
    ['row-gone', 0],
    ['does-not-fit', 0],
    ['other-score', 2],
  ]);
  expect(written).toHaveLength(2);
  expect(written[0]).toMatchObject({ level: 50, municipalityId: '0630', difference: 'other-score' });
});
