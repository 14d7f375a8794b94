import { standardRules, type CandidateSmallJob } from '#matching';
import { measureAssignment } from '../assignment.js';
import type { Options } from '../options.js';
import { kernelPeer } from '../peers/kernel.js';
import { oraclePeer, PreparedOracle } from '../peers/oracle.js';
import { SHOWN, type Answer, type Case, type Peer, type Skipped } from '../peers/peer.js';
import { drawnPopulation, type PopulationPlan } from '../population/population.js';
import { startServer } from '../sql/server.js';
import { tunedSqlPeer } from '../sql/tuned.js';
import { usualSqlPeer } from '../sql/usual.js';
import { witnessPeer } from '../witness/witness.js';
import { measureAllJobs, measureBothSides } from './all-jobs.js';
import { kernelDifferences, pairDifferences, type Difference } from './differences.js';
import { measureEdits } from './edits.js';
import { measureLists, spreadOf } from './lists.js';
import { measureMemory } from './memory.js';
import { measureReasons } from './reasons.js';
import { measureSpread } from './spread.js';
import { measureThreads } from './threads.js';

const REASON_JOBS = 40;
/** Few differences tell as much as many. */
const DIFFERENCES_SHOWN = 20;

/** Everything that is measured at one size. */
export async function measureSize(
  name: string,
  plan: PopulationPlan,
  { effort, short }: Options,
  say: (text: string) => void,
) {
  say(`${name}: drawing ${plan.citizens} citizens and ${plan.smallJobs} small jobs`);
  const population = drawnPopulation(plan);
  const given: Case = { population, rules: standardRules, day: population.day };
  const memory = measureMemory(given, effort.rounds);
  const oracle = new PreparedOracle(given);
  const jobs = population.smallJobs.slice(0, effort.jobs);
  const expected = remembered((job) => oracle.ranked(job));

  say(`${name}: loading PostgreSQL`);
  const server = await startServer(effort.sharedBuffers);
  const closing: (() => Promise<void>)[] = [() => server.stop()];
  try {
    const kernel = kernelPeer(given);
    const sql = [await usualSqlPeer(server, given, oracle), await tunedSqlPeer(server, given, oracle)];
    const optional = [await witnessPeer(given, oracle)];
    const skipped = optional.filter((peer): peer is Skipped => 'why' in peer);
    const others = optional.filter((peer): peer is Peer => !('why' in peer));
    const peers: Peer[] = [oraclePeer(given), oracle, ...sql, kernel, ...others];
    closing.unshift(...peers.map((peer) => () => peer.close()));

    say(`${name}: lists of twenty, ${effort.rounds} rounds of ${peers.length} engines`);
    const lists = await measureLists(peers, jobs, plan.citizens, expected, effort);
    say(lists.times.map(({ peer, cpu }) => `  ${peer}: p50 ${cpu.p50} us, p99 ${cpu.p99} us`).join('\n'));
    const allJobs = await measureAllJobs(peers, lists.times, given, effort);
    const bothSides = measureBothSides(kernel.index, effort.rounds);
    const threads = await measureThreads(kernel.index, given, effort.rounds);
    const reasons = measureReasons(
      kernel.index,
      oracle,
      given,
      Math.min(REASON_JOBS, jobs.length),
      effort.rounds,
    );

    say(`${name}: comparing with the oracle`);
    const compared = comparedJobs(population.smallJobs, plan, effort.compared);
    const whole = await kernelDifferences(kernel.index, oracle, compared, given);
    const pairs = await pairDifferences(kernel.index, oracle, effort.randomPairs, given);

    say(`${name}: ${effort.edits} edits, spread, assignment`);
    const edits = measureEdits(given, plan, effort.edits, short ? plan.smallJobs : 200);
    const spread = measureSpread(kernel.index, effort.rounds);
    const assignment = await measureAssignment(kernel.index, given, { rounds: effort.rounds, short });
    const differences: Difference[] = [...lists.differences, ...whole.differences, ...pairs.differences];
    return {
      size: name,
      plan,
      eligible: eligibility(compared, expected),
      lists: lists.times,
      skipped,
      allJobs,
      bothSides,
      threads,
      reasons,
      memory,
      edits,
      spread,
      assignment,
      differences: {
        count: differences.length + edits.wrongLists + assignment.differences + threads.differing,
        lists: lists.compared,
        wholeListsOfKernel: whole.lists,
        masks: whole.masks,
        randomPairs: pairs.pairs,
        randomPairsThatFit: pairs.fitting,
        first: differences.slice(0, DIFFERENCES_SHOWN),
      },
    };
  } finally {
    for (const close of closing) await close();
  }
}

export type SizeResult = Awaited<ReturnType<typeof measureSize>>;

/** All of them in a municipality; in a country as many as take about as long. */
const comparedJobs = (jobs: readonly CandidateSmallJob[], { citizens }: PopulationPlan, most: number) =>
  jobs.slice(0, citizens > 20_000 ? Math.ceil(most / 8) : most);

function remembered(ranked: (job: CandidateSmallJob) => Required<Answer>) {
  const known = new Map<string, Required<Answer>>();
  return (job: CandidateSmallJob): Required<Answer> => {
    const found = known.get(job.id) ?? ranked(job);
    known.set(job.id, found);
    return found;
  };
}

/** How many citizens fit a job: what the benchmark's difficulty hangs on. */
function eligibility(
  jobs: readonly CandidateSmallJob[],
  ranked: (job: CandidateSmallJob) => Required<Answer>,
) {
  const counts = jobs.map((job) => ranked(job).eligible);
  const shortLists = counts.filter((count) => count < SHOWN).length;
  return { ...spreadOf(counts), jobs: jobs.length, jobsWithFewerThanShown: shortLists };
}
