import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay } from '../../../test/builders/small-job.js';
import type { CandidateCitizen, CandidateSmallJob } from './candidates.js';
import { changedCitizen } from './changes.js';
import { evaluate } from './ranking/evaluate.js';
import type { Failure } from './ranking/failures.js';
import { standardRules } from './rules.js';
import { smallestStretch, travelMinutes, tripWithinReach } from './travel.js';

const { travel } = standardRules;

describe('travel minutes', () => {
  // 5,000 m as the crow flies are 6,500 m of road (domain.md 4.2).
  it.each([
    ['walk', 78],
    ['bike', 26],
    ['bus', 30],
    ['car', 9],
  ] as const)('%s: whole minutes, rounded up', (mode, minutes) => {
    expect(travelMinutes(5000, mode, travel)).toBe(minutes);
  });

  it('waits for the bus even at the door, and walks no minute there', () => {
    expect(travelMinutes(0, 'bus', travel)).toBe(10);
    expect(travelMinutes(0, 'walk', travel)).toBe(0);
  });

  it('follows the municipality’s own speeds', () => {
    const faster = { ...travel, modes: { ...travel.modes, bike: { kmPerHour: 20, waitMinutes: 2 } } };
    expect(travelMinutes(5000, 'bike', faster)).toBe(22);
  });
});

describe('the trip within reach', () => {
  it('is the fastest of the modes that stay within their own minutes', () => {
    expect(tripWithinReach(5000, { walk: 90, bike: 26, bus: 60 }, travel)).toEqual({
      mode: 'bike',
      minutes: 26,
    });
    expect(tripWithinReach(5000, { walk: 90, bike: 25, bus: 60 }, travel)).toEqual({
      mode: 'bus',
      minutes: 30,
    });
    expect(tripWithinReach(5000, { walk: 20, bike: 25 }, travel)).toBeNull();
    expect(tripWithinReach(5000, {}, travel)).toBeNull();
  });
});

describe('the smallest stretch', () => {
  it('asks for a few minutes more by a mode in use before another mode', () => {
    expect(smallestStretch(5000, { bike: 20 }, travel)).toEqual({ mode: 'bike', minutes: 26 });
  });

  it('proposes the bus when the citizen only walks and it is far', () => {
    expect(smallestStretch(10_000, { walk: 20 }, travel)).toEqual({ mode: 'bus', minutes: 49 });
  });

  it('counts what is asked on top of what is agreed, not the minutes of the way', () => {
    // 110 minutes on foot are ten more than agreed, 37 by bike twenty-seven more.
    expect(smallestStretch(7000, { walk: 100, bike: 10 }, travel)).toEqual({ mode: 'walk', minutes: 110 });
  });

  it('never proposes a car to somebody without one', () => {
    expect(smallestStretch(50_000, {}, travel)?.mode).toBe('bus');
    expect(smallestStretch(30_000, { car: 40 }, travel)).toEqual({ mode: 'car', minutes: 52 });
  });
});

describe('the travel constraint', () => {
  const failed = (job: CandidateSmallJob, citizen: CandidateCitizen): Failure[] =>
    evaluate(job, citizen, { day: aMatchingDay() }).failed;
  const job = aCandidateSmallJob();

  it('says the minutes, and is lifted by minutes that suffice', () => {
    const citizen = aCandidateCitizen({ position: { lat: 55.75, lon: 9.5502 }, reach: { bike: 20 } });
    const [failure] = failed(job, citizen);
    expect(failure).toEqual({
      constraint: 'travel',
      text: '26 min. på cykel, kan 20',
      change: { on: 'citizen', text: '26 min. på cykel er i orden', body: { reach: { bike: 26 } } },
    });
    expect(failed(job, changedCitizen(citizen, { reach: { bike: 26 } }))).toEqual([]);
    expect(failed(job, changedCitizen(citizen, { reach: { bike: 25 } }))).toHaveLength(1);
  });

  it('is about what is agreed when no way of travel is known', () => {
    const citizen = aCandidateCitizen({ reach: {} });
    const [failure] = failed(job, citizen);
    expect(failure?.text).toBe('det er ikke aftalt, hvordan arbejdet kan nås');
    expect(failure?.change).toMatchObject({ on: 'citizen', body: { reach: { bike: 6 } } });
  });
});
