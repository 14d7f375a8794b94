import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { logDestination } from './log-destination.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fodfaeste-log-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(path: string, write: (log: pino.Logger) => void): void {
  const fd = openSync(path, 'a');
  write(pino({ base: null }, logDestination(fd)));
  closeSync(fd);
}

it('writes each line at once, a fatal one too', () => {
  const path = join(folder, 'log');
  written(path, (log) => {
    log.info('one');
    log.fatal('two');
    expect(readFileSync(path, 'utf8').match(/"msg":"\w+"/g)).toEqual(['"msg":"one"', '"msg":"two"']);
  });
});

it('goes on when the disk is full', () => {
  expect(() =>
    written('/dev/full', (log) => {
      for (let at = 0; at < 100; at += 1) log.info('lost');
      log.fatal('lost');
    }),
  ).not.toThrow();
});
