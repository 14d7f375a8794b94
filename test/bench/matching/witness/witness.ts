import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parts } from '#matching';
import { microsSince } from '../measure/clock.js';
import type { PreparedOracle } from '../peers/oracle.js';
import type { Answer, Case, Peer, Skipped, Timed } from '../peers/peer.js';
import { packed } from './pack.js';

export const C_WITNESS = 'c-witness';

/** Compiles the witness for this very machine and lets it answer; skipped where there is no compiler. */
export async function witnessPeer(given: Case, { facts }: PreparedOracle): Promise<Peer | Skipped> {
  const start = process.hrtime.bigint();
  const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-bench-c-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const why = compiled(folder);
  if (why !== null) {
    remove();
    return { name: C_WITNESS, why };
  }
  const { bytes, ids } = packed(facts, given);
  writeFileSync(join(folder, 'people'), bytes);
  const child = spawn(join(folder, 'witness'), [join(folder, 'people')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const asked = async (line: string): Promise<number[]> => {
    child.stdin.write(`${line}\n`);
    return (await next()).split(' ').map(Number);
  };
  const next = async (): Promise<string> => {
    const { value, done } = (await lines.next()) as { value: string; done?: boolean };
    if (done) throw new Error('the C witness ended');
    return value;
  };
  await next();
  const places = new Map(given.population.smallJobs.map(({ id }, at) => [id, at]));
  return {
    name: C_WITNESS,
    bytes: bytes.length,
    buildMillis: microsSince(start) / 1000,
    topTwenty: async ({ id }) => {
      const [nanos, eligible, , ...numbers] = await asked(`rank ${places.get(id)}`);
      return timedBy(nanos!, { eligible, listed: listedOf(numbers, ids) });
    },
    all: async () => {
      const [nanos, pairs] = await asked('all');
      return timedBy(nanos!, { pairs: pairs! });
    },
    close: async () => {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
      remove();
    },
  };
}

/** What stood in the way of compiling, or null. */
function compiled(folder: string): string | null {
  const flags = ['-O3', '-march=native', '-ffp-contract=off', '-fno-math-errno'];
  const source = join(import.meta.dirname, 'witness.c');
  const { status, error, stderr } = spawnSync(
    'gcc',
    [...flags, source, '-o', join(folder, 'witness'), '-lm'],
    {
      encoding: 'utf8',
    },
  );
  if (error) return 'there is no gcc on this machine';
  return status === 0 ? null : `gcc said: ${stderr.slice(0, 500)}`;
}

const timedBy = <T>(nanos: number, answer: T): Timed<T> => ({
  answer,
  cpuMicros: nanos / 1000,
  wallMicros: nanos / 1000,
});

function listedOf(numbers: readonly number[], ids: readonly string[]): Answer['listed'] {
  const width = 2 + parts.length;
  return Array.from({ length: numbers.length / width }, (_, row) => {
    const [position, score, ...points] = numbers.slice(row * width, (row + 1) * width);
    return { id: ids[position!]!, score: score!, points };
  });
}
