import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from '../../../demo/install.mjs';

/**
 * `npm run bench:matching [-- --json] [--short] [--size 7k|100k] [--rounds n] [--seconds n]
 * [--pairs n] [--edits n] [--figures page.md] [--from run.json]`
 *
 * Ranks the same people for the same small jobs in several ways, compares every answer with the plain meaning, and
 * says how many times faster each one is than the others. It exits with 1 when an answer differs, never because
 * something was slow.
 *
 * People: drawn from a seed (population/), without names; the shares that they are drawn by are part of the JSON, and
 * so is how many citizens fit a job, because everything hangs on that. 7k is a municipality with one large town
 * (7,000 citizens, 800 small jobs), 100k is the country (98 municipalities by size, 100,000 and 20,000).
 *
 * Ways to rank (peers): `oracle` is `rankCitizens` as a caller gets it; `oracle-prepared` the same functions with what
 * never changes worked out once and no words; `sql-usual` normalised tables with joins and EXISTS; `sql-tuned` one flat
 * clustered table, ordinary rules as bits, the week as multiranges, for each combination of coarse demands a partial
 * GiST index on the box within reach, prepared statements, everything in memory, no parallel workers and no JIT;
 * `kernel-1` the product's index on one thread (all jobs also on two, over shared memory); `c-witness` a C program
 * compiled for this machine by gcc, where there is one. The SQL and the packed records of the witness are made from the declarative table: a new
 * ordinary rule is in them by itself; only place and week are written by hand.
 *
 * Time is processor time of everybody who worked for an answer: getrusage of this process, all threads; for SQL the
 * server's process on top (/proc/<pid>/schedstat, nanoseconds) and for the witness its own thread clock. Where the
 * system does not tell, wall time. All peers take turns in each of the rounds (five), and a job's time is the best of
 * its rounds; p50 and p99 are over the jobs. A slow peer gets fewer jobs (at least twelve), and its time for all jobs
 * is then the mean of the sample times the jobs, marked so. Edits cannot be repeated: theirs is wall time as it was.
 *
 * Differences: the first round's lists of every peer (ids, order, scores, points of each part); all places of the
 * kernel's whole lists and the failing rules of every citizen, for every job of a municipality and a sample of a
 * country; ten million pairs by chance with sub-scores; all lists after 100,000 mixed edits against a full run and a
 * sample against the oracle.
 */
await ensureInstalled({ say: (text) => process.stderr.write(`${text}\n`) });
const { compileBenchmark } = await import('../compile.mjs');
const out = await compileBenchmark();
const program = join(out, 'test/bench/matching/main.js');
const child = spawn(
  process.execPath,
  ['--expose-gc', '--max-old-space-size=8000', program, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (status) => {
  rmSync(out, { recursive: true, force: true });
  process.exit(status ?? 1);
});
