import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.js';

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'fodfaeste-data-folder-'));
});

afterEach(() => rmSync(parent, { recursive: true }));

test('a folder with somebody’s files in it is left alone', async () => {
  writeFileSync(join(parent, 'thesis.odt'), '');

  await expect(openDataFolder(parent, true)).rejects.toThrow(/holds something else/);
  expect(existsSync(join(parent, 'thesis.odt'))).toBe(true);
});

test('a fresh start empties a folder of ours, and only then', async () => {
  const path = join(parent, 'data');
  (await openDataFolder(path, false)).unlock();
  writeFileSync(join(path, 'secrets.json'), '{}');

  (await openDataFolder(path, false)).unlock();
  expect(existsSync(join(path, 'secrets.json'))).toBe(true);
  (await openDataFolder(path, true)).unlock();
  expect(existsSync(join(path, 'secrets.json'))).toBe(false);
});

test('a fresh start does not pull the folder away from under a running one', async () => {
  const path = join(parent, 'data');
  const running = await openDataFolder(path, false);

  await expect(openDataFolder(path, true)).rejects.toThrow(/already running/);
  running.unlock();
});
