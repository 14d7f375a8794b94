import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fodfaeste-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a second start on the same folder is refused and told why', () => {
  const unlock = lockFolder(folder);

  expect(() => lockFolder(folder)).toThrow(`already running on ${folder} (process ${process.pid})`);
  unlock();
  lockFolder(folder)();
});

test('a lock of a process that is gone, or of another one with its number, is taken over', () => {
  for (const dead of ['4194999 12345\n', `${process.pid} 1\n`, '']) {
    writeFileSync(join(folder, 'lock'), dead);
    lockFolder(folder)();
  }
  expect(readdirSync(folder)).toEqual([]);
});
