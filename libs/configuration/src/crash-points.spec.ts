import { describe, expect, it } from '@jest/globals';
import { CrashPoints } from './crash-points.js';
import { InstallationConfig } from './installation-config.js';
import { loadConfig } from './load-config.js';

const id = '0193a1b2-0000-7000-8000-000000000002';
const other = '0193a1b2-0000-7000-8000-000000000003';

function deathsOf(spec: string, reached: [string, string?][]): number[] {
  const deaths: number[] = [];
  let at = 0;
  const points = new CrashPoints(spec, () => deaths.push(at));
  for (const [place, subjectId] of reached) {
    at += 1;
    void points.reach(place, subjectId);
  }
  return deaths;
}

describe('a crash point', () => {
  it('is deadly the time that was named, and only there', () => {
    const places: [string][] = [['relay.taken'], ['relay.routed'], ['relay.taken'], ['relay.taken']];
    expect(deathsOf('relay.taken:2', places)).toEqual([3]);
  });

  it('is deadly for one row', () => {
    const places: [string, string?][] = [['job.claimed', other], ['job.claimed'], ['job.claimed', id]];
    expect(deathsOf(`job.claimed@${id}`, places)).toEqual([3]);
  });
});

describe('a crowd at a crash point', () => {
  it('waits until it is full, and gets no further', async () => {
    const happened: string[] = [];
    const points = new CrashPoints('relay.taken*2', () => happened.push('died'));
    void points.reach('relay.taken').then(() => happened.push('went on'));
    await points.reach('relay.routed');
    expect(happened).toEqual([]);
    void points.reach('relay.taken').then(() => happened.push('went on'));
    await points.reach('relay.routed');
    expect(happened).toEqual(['died']);
  });
});

describe('CRASH_AT', () => {
  const env = {
    DATABASE_URL: 'postgres://localhost/fodfaeste',
    SECRET_KEY: 'k'.repeat(32),
    PUBLIC_URL: 'http://127.0.0.1:3000',
  };
  const load = (more: NodeJS.ProcessEnv) => loadConfig(InstallationConfig, { ...env, ...more });

  it('is absent where people work', () => {
    expect(load({ NODE_ENV: 'production' }).crashPoints).toBeUndefined();
    expect(load({ NODE_ENV: 'test' }).crashPoints).toBeUndefined();
  });

  it.each(['production', 'development'])('stops the start in %s', (NODE_ENV) => {
    expect(() => load({ NODE_ENV, CRASH_AT: 'relay.taken:1' })).toThrow(
      /CRASH_AT is for the crash kit alone/,
    );
  });

  it('is understood in a test, or stops the start', () => {
    expect(load({ NODE_ENV: 'test', CRASH_AT: 'relay.taken:1' }).crashPoints).toBeInstanceOf(CrashPoints);
    expect(() => load({ NODE_ENV: 'test', CRASH_AT: 'whenever' })).toThrow(/CRASH_AT/);
  });
});
