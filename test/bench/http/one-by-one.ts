import type { Town } from './filled-database.js';
import { rounded } from './load.js';

export interface OneByOne {
  citizens: number;
  asked: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
}

/** What somebody drags: a later start of the day, less to lift, less noise. */
const changes = [
  { startFlexibilityMinutes: 60 },
  { demands: { liftKg: 5 } },
  { demands: { noise: 0 } },
  { startFlexibilityMinutes: 120, demands: { liftKg: 5 } },
  { danishLevel: 1 },
];

/** One question after the other, as one hand on one slider asks; another job each time. */
export const whatIfTimes = (url: string, town: Town, rounds: number): Promise<OneByOne> =>
  oneByOne(town, rounds, (smallJobId, round) =>
    fetch(`${url}/api/v1/small-jobs/${smallJobId}/what-if`, {
      method: 'POST',
      headers: { authorization: `Bearer ${town.keys[0]}`, 'content-type': 'application/json' },
      body: JSON.stringify({ change: changes[round % changes.length], limit: 20 }),
    }),
  );

/** The longest answer there is: a list of twenty, and everybody else with every rule that leaves them out in words. */
export const everybodyTimes = (url: string, town: Town, rounds: number): Promise<OneByOne> =>
  oneByOne(town, rounds, (smallJobId) =>
    fetch(`${url}/api/v1/small-jobs/${smallJobId}/ranking?limit=20`, {
      headers: { authorization: `Bearer ${town.keys[0]}` },
    }),
  );

async function oneByOne(
  town: Town,
  rounds: number,
  ask: (smallJobId: string, round: number) => Promise<Response>,
): Promise<OneByOne> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const smallJobId = town.smallJobIds[round % town.smallJobIds.length]!;
    const before = performance.now();
    const answer = await ask(smallJobId, round);
    const text = await answer.text();
    times.push(performance.now() - before);
    if (!answer.ok) throw new Error(`Answered with ${answer.status}: ${text}`);
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): number => rounded(sorted[Math.floor(sorted.length * share)]!);
  return {
    citizens: town.citizenIds.length,
    asked: rounds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
  };
}
