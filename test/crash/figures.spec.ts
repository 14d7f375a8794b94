import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFigures } from './figures.js';
import { sized } from './options.js';
import type { CrashReport } from './report.js';

let folder: string;
let page: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fodfaeste-figures-'));
  page = join(folder, 'page.md');
  writeFileSync(page, 'Before.\n\n<!-- figures -->\n\n<!-- end of figures -->\n\nAfter.\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

const late = { p50: 289, p99: 38_389, max: 68_472 };
const report = (over: Partial<CrashReport> = {}): CrashReport =>
  ({
    kills: 200,
    steps: 8_000,
    messages: 6_719,
    lost: 0,
    doubled: 0,
    uncertain: 327,
    handedOver: 7,
    lateMs: late,
    uncertainShownMs: late,
    recoveryMs: 5_901,
    slowness: 1.2,
    brokenBounds: [],
    ...over,
  }) as CrashReport;
const lines = (): string[] =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));

it('a run has one line, its latest, between what the page says', () => {
  keepFigures(page, sized({ seed: 7, kills: 200 }), report({ lost: 3 }));
  keepFigures(page, sized({ seed: 5, kills: 200 }), report());
  keepFigures(page, sized({ seed: 7, kills: 200 }), report());
  expect(lines()).toEqual([
    expect.stringMatching(/^\| `--seed 5 --kills 200` \|/),
    expect.stringMatching(
      /^\| `--seed 7 --kills 200` \|.*\| 200 \| 8000 \| 6719 \| 0 \| 0 \| 327, 68\.5 s \| 7 \| 0\.3 s, 38\.4 s, 68\.5 s \| 5\.9 s \| 1\.2 \| none \|$/,
    ),
  ]);
  expect(readFileSync(page, 'utf8')).toMatch(/^Before\.[^]*After\.\n$/);
});

it('crowds and a provider that knows repeats are runs of their own, and broken bounds are named', () => {
  const brokenBounds = ['lateMs.max 90000 > 60000 × 1.2'];
  keepFigures(page, sized({ seed: 7, kills: 200, windows: 100 }), report({ brokenBounds }));
  keepFigures(page, sized({ seed: 7, kills: 200, windows: 100, providerKnowsRepeats: true }), report());
  expect(lines()).toEqual([
    expect.stringMatching(/^\| `--windows 100 --provider-key` \|/),
    expect.stringMatching(/^\| `--windows 100` \|.*\| lateMs\.max 90000 > 60000 × 1\.2 \|$/),
  ]);
});

it('a page without a place for it is left alone', () => {
  writeFileSync(page, 'Nothing here.\n');
  expect(() => keepFigures(page, sized({ seed: 7, kills: 200 }), report())).toThrow(
    'has no <!-- figures -->',
  );
  expect(readFileSync(page, 'utf8')).toBe('Nothing here.\n');
});
