import { describe, expect, it } from '@jest/globals';
import { Temporal } from '#domain';
import { PauseProvider, ProviderPauses, ResumeProvider, type ProviderPause } from '#use-cases';
import { providersCommand } from './providers-command.js';

class PausesInMemory extends ProviderPauses {
  rows: ProviderPause[] = [];
  async list(): Promise<ProviderPause[]> {
    return this.rows;
  }
  async pause(provider: string, pausedBy: string, reason: string | null): Promise<boolean> {
    if (this.rows.some((row) => row.provider === provider && row.resumedAt === null)) return false;
    const pausedAt = Temporal.Instant.from('2026-11-23T09:00:00Z');
    this.rows.push({ provider, pausedAt, pausedBy, reason, resumedAt: null, resumedBy: null });
    return true;
  }
  async resume(provider: string): Promise<boolean> {
    const before = this.rows.length;
    this.rows = this.rows.filter((row) => row.provider !== provider);
    return this.rows.length < before;
  }
}

function desk() {
  const pauses = new PausesInMemory();
  const around = {
    pauses,
    pauseProvider: new PauseProvider(pauses),
    resumeProvider: new ResumeProvider(pauses),
  };
  return (...args: string[]) => providersCommand(args, around);
}

describe('npm run providers', () => {
  it('pauses once, says who and why, and resumes', async () => {
    const run = desk();
    expect(await run('list')).toEqual({ lines: ['Nothing is paused.'], exitCode: 0 });
    expect(await run('pause', 'inmobile', '--by', 'Anne', '--reason', 'udfald')).toEqual({
      lines: ['inmobile is paused.'],
      exitCode: 0,
    });
    expect((await run('pause', 'inmobile', '--by', 'Bo')).lines).toEqual(['inmobile was paused already.']);
    expect((await run('list')).lines).toEqual([
      expect.stringMatching(/^inmobile is paused since .*23\. november.* by Anne: udfald$/),
    ]);
    expect((await run('resume', 'inmobile', '--by', 'Bo')).lines).toEqual(['inmobile is asked again.']);
    expect((await run('resume', 'inmobile', '--by', 'Bo')).lines).toEqual(['inmobile was not paused.']);
  });

  it('refuses a provider that nobody knows', async () => {
    const { exitCode, lines } = await desk()('pause', 'nokia', '--by', 'Anne');
    expect([exitCode, lines[0]]).toEqual([1, 'nokia: provider.unknown']);
  });

  it.each([
    [[]],
    [['stop', 'smtp', '--by', 'Anne']],
    [['pause', 'smtp']],
    [['pause', 'smtp', '--by', ' ']],
    [['pause', '--by', 'Anne']],
    [['pause', 'smtp', 'inmobile', '--by', 'Anne']],
    [['pause', 'smtp', '--who', 'Anne']],
  ])('%j: says how it is asked', async (args) => {
    expect((await desk()(...args)).exitCode).toBe(2);
  });
});
