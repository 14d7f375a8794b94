import { expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { templatesFolder } from './templates-folder.js';

test('is the same from the source and from dist', () => {
  const root = join(templatesFolder(), '..');
  expect(existsSync(join(templatesFolder(), 'messages', 'offer', 'da', 'sms.txt.hbs'))).toBe(true);
  expect(templatesFolder(join(root, 'dist', 'libs', 'notifications', 'src', 'write'))).toBe(
    templatesFolder(),
  );
});

test('outside a package it says so', () => {
  expect(() => templatesFolder('/proc')).toThrow(/cannot find the templates/);
});
