import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

interface Run {
  goals: { goal: number }[];
  sizes: {
    plan: { citizens: number; smallJobs: number };
    lists: { peer: string; jobs: number }[];
    skipped: { name: string; why: string }[];
    threads: { threads: number; differing: number };
    eligible: { mean: number };
    edits: { edits: number; wrongLists: number; checkedByFullRun: number };
    differences: {
      count: number;
      wholeListsOfKernel: number;
      masks: number;
      randomPairs: number;
      first: unknown[];
    };
  }[];
}

const program = join(import.meta.dirname, '../../bench/matching/run.mjs');

/** The benchmark as CI runs it: never judged by time, always by whether all engines say the same. */
describe('the short form of the benchmark', () => {
  let status: number | null;
  let run: Run;

  beforeAll(async () => {
    const child = spawn(process.execPath, [program, '--short', '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    [status] = (await once(child, 'close')) as [number | null];
    run = JSON.parse(said) as Run;
  }, 180_000);

  it('finds no difference between any engine and the plain meaning', () => {
    const [{ differences, edits }] = run.sizes as [Run['sizes'][0]];
    expect(differences.first).toEqual([]);
    expect(differences.count).toBe(0);
    expect(edits.wrongLists).toBe(0);
    expect(status).toBe(0);
  });

  it('runs every engine that this machine has', () => {
    const [{ lists, skipped }] = run.sizes as [Run['sizes'][0]];
    const ran = lists.filter(({ jobs }) => jobs > 0).map(({ peer }) => peer);
    expect(ran).toEqual(
      expect.arrayContaining(['oracle', 'oracle-prepared', 'sql-usual', 'sql-tuned', 'kernel-1']),
    );
    expect([...ran, ...skipped.map(({ name }) => name)]).toContain('c-witness');
    const [{ threads }] = run.sizes as [Run['sizes'][0]];
    expect(threads).toMatchObject({ threads: 2, differing: 0 });
  });

  it('compares enough for a difference to be found, among people who often fit and often do not', () => {
    const [{ plan, eligible, differences, edits }] = run.sizes as [Run['sizes'][0]];
    expect(eligible.mean).toBeGreaterThan(2);
    expect(eligible.mean).toBeLessThan(plan.citizens / 20);
    expect(differences.wholeListsOfKernel).toBe(plan.smallJobs);
    expect(differences.masks).toBe(plan.citizens * plan.smallJobs);
    expect(differences.randomPairs).toBeGreaterThanOrEqual(100_000);
    expect(edits.edits).toBeGreaterThanOrEqual(1_000);
    expect(edits.checkedByFullRun).toBeGreaterThan(50);
  });

  it('says what was reached for each of the ten goals', () => {
    expect(run.goals.map(({ goal }) => goal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});
