import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Temporal } from '#domain';
import type { Dispatch } from '#persistence';
import type { ProveMatching } from '#use-cases';
import { MatchingProof } from './matching-proof.js';

const dispatch = { municipalityIds: async () => ['first', 'second', 'third'] } as unknown as Dispatch;

function proofWith(
  prove: Partial<Record<keyof ProveMatching, (id: string) => Promise<unknown>>>,
  at: string,
) {
  const written: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line) => written.push(JSON.parse(line) as never) });
  const now = () => Temporal.Instant.from(at);
  return { written, proof: new MatchingProof(dispatch, prove as never, log, now) };
}

describe('a municipality whose matching cannot be read', () => {
  const unlessSecond = async (id: string) => {
    if (id === 'second') throw new TypeError('broken');
    return { lists: 1, differing: 0 };
  };

  it('leaves the others proved', async () => {
    const { written, proof } = proofWith({ execute: unlessSecond }, '2026-12-01T22:30:00Z');
    await proof.run();
    expect(proof.counts.provedLists).toBe(2);
    expect(written).toMatchObject([
      { level: 30, municipalityId: 'first' },
      { level: 40, municipalityId: 'second', kind: 'TypeError' },
      { level: 30, municipalityId: 'third' },
    ]);
  });

  it('leaves the others ready', async () => {
    const ready: string[] = [];
    const ahead = async (id: string) => {
      await unlessSecond(id);
      ready.push(id);
    };
    await proofWith({ ahead }, '2026-12-01T08:30:00Z').proof.run();
    expect(ready).toEqual(['first', 'third']);
  });
});

it('does not hold up a worker that ends: what has begun is finished, and nothing more begins', async () => {
  const begun: string[] = [];
  let finish = () => undefined as void;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const ahead = (id: string) => {
    begun.push(id);
    return finished;
  };
  const { proof } = proofWith({ ahead }, '2026-12-01T08:30:00Z');
  const ending = new AbortController();
  const stopped = proof.run(ending.signal);
  await Promise.resolve();
  ending.abort();
  finish();
  await stopped;
  expect(begun).toEqual(['first']);
});
