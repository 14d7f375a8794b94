import { byMode } from '../danish/names.js';
import { nearestMiss, smallestStretch } from '../travel.js';
import type { Constraint } from './constraint.js';

/** The workplace is reached when one of the citizen's modes gets there within the minutes of that mode. */
export const travel: Constraint = {
  code: 'travel',
  comparison: { kind: 'reach' },
  reads: { job: ['workplace.position'], citizen: ['position', 'reach'] },
  failure: ({ citizen, metres, setting }) => {
    const miss = nearestMiss(metres, citizen.citizen.reach, setting.rules.travel);
    return miss === null
      ? 'det er ikke aftalt, hvordan arbejdet kan nås'
      : `${miss.minutes} min. ${byMode[miss.mode]}, kan ${miss.most}`;
  },
  change: ({ citizen, metres, setting }) => {
    const trip = smallestStretch(metres, citizen.citizen.reach, setting.rules.travel);
    if (trip === null) return { on: 'none', text: 'der findes en anden vej til arbejde' };
    return {
      on: 'citizen',
      text: `${trip.minutes} min. ${byMode[trip.mode]} er i orden`,
      body: { reach: { [trip.mode]: trip.minutes } },
    };
  },
};
