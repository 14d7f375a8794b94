import { describe, expect, it } from '@jest/globals';
import type { Silence } from '#use-cases';
import { allAreBack, whatIsSilent } from './what-is-silent.js';

const heard: Silence = { 'workers-silent': 3, 'sweeper-silent': 6, 'auditor-silent': 40 };
const silent = (over: Partial<Silence>, watchingFor = 9_999) =>
  whatIsSilent({ ...heard, ...over }, 180, watchingFor)?.kind;

describe('an alarm', () => {
  it('is given after the silence of one, and not before', () => {
    expect(silent({})).toBeUndefined();
    expect(silent({ 'sweeper-silent': 180 })).toBeUndefined();
    expect(silent({ 'sweeper-silent': 181 })).toBe('sweeper-silent');
    expect(silent({ 'auditor-silent': 181 })).toBe('auditor-silent');
  });

  it('is that of the workers when none is at work, and waits until that is sure', () => {
    const all = (seconds: number) => ({ 'workers-silent': seconds, 'auditor-silent': seconds + 29 });
    expect(silent(all(160))).toBeUndefined();
    expect(silent(all(181))).toBe('workers-silent');
  });

  it('misses nobody at a start, and then also whoever never said anything', () => {
    const nobody: Silence = { 'workers-silent': null, 'sweeper-silent': null, 'auditor-silent': null };
    expect(silent(nobody, 179)).toBeUndefined();
    expect(silent(nobody, 181)).toBe('workers-silent');
    expect(silent({ 'workers-silent': 9_999 }, 20)).toBeUndefined();
  });

  it('is over when all are heard, whoever asks', () => {
    expect(allAreBack(heard, 180)).toBe(true);
    expect(allAreBack({ ...heard, 'auditor-silent': 181 }, 180)).toBe(false);
    expect(allAreBack({ ...heard, 'workers-silent': null }, 180)).toBe(false);
  });
});
