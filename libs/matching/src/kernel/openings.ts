import { travelModes, type Position, type TravelMode } from '#domain';
import { changedSmallJob } from '../changes.js';
import type { ConstraintCode } from '../constraints/constraint.js';
import { constraints } from '../constraints/table.js';
import { smallJobFacts, type SmallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import type { Limits } from '../openings/limits.js';
import type { Openings } from '../openings/openings.js';
import { ONLY_TRAVEL, waysThatHelp, wouldBeThere, type OtherWay } from '../openings/other-ways.js';
import { proposalsFor } from '../openings/proposals.js';
import { touchedBy } from '../openings/what-if.js';
import { tryAll, worthwhile } from '../openings/worthwhile.js';
import type { Citizens } from './citizens.js';
import { DistanceFrom } from './distance.js';
import { BestPair, counted } from './openings-pair.js';
import { plainRules } from './rules-plan.js';
import { WhatIf } from './what-if.js';

/**
 * The same answer as the plain `openings` gives of the citizens of the index, to the last item.
 *
 * @param masks the failing rules of every slot beside the job
 */
export function openingsFor(
  citizens: Citizens,
  job: SmallJobFacts,
  masks: Uint32Array,
  setting: Setting,
): Openings {
  const asked = tryAll(proposalsFor(job, limitsOf(citizens), setting), (proposal, subject) => ({
    ...proposal,
    subject,
    touched: touchedBy(proposal.change),
    facts: smallJobFacts(changedSmallJob(job.job, proposal.change), setting),
  }));
  const whatIf = new WhatIf(citizens, masks, asked.flat(2));
  const tried = asked.map((steps) => steps.map((step) => step.map((each) => counted(whatIf, each))));
  return {
    eligible: whatIf.eligible,
    items: worthwhile(tried, new BestPair(whatIf, tried.flat(2), setting).find()),
    otherWays: otherWaysFor(citizens, masks, job.job.workplace.position, setting),
  };
}

/** Values that somebody has now; the columns of these rules are the limits themselves. */
const limitsOf = (citizens: Citizens): Limits => ({
  liftKg: valuesOf(citizens, 'lifting'),
  minMinutes: valuesOf(citizens, 'hours-below'),
  maxMinutes: valuesOf(citizens, 'hours-above'),
});

function valuesOf(citizens: Citizens, code: ConstraintCode): number[] {
  const row = constraints.findIndex((constraint) => constraint.code === code);
  const rule = plainRules.findIndex((plain) => plain.row === row);
  return [...citizens.ruleColumn(rule).present()] as number[];
}

function otherWaysFor(
  { records: { slots, places }, reachColumn }: Citizens,
  masks: Uint32Array,
  workplace: Position,
  { rules: { travel } }: Setting,
): OtherWay[] {
  const distance = new DistanceFrom();
  distance.from(workplace);
  const gained = new Map<TravelMode, number>();
  for (let slot = 0; slot < slots.end; slot += 1) {
    if (masks[slot] !== ONLY_TRAVEL) continue;
    const metres = distance.metresTo(places.lat(slot), places.lon(slot));
    const used = modesOf(reachColumn.values[reachColumn.codes[slot]!] as string);
    for (const mode of travelModes) {
      if (wouldBeThere(metres, used, mode, travel)) gained.set(mode, (gained.get(mode) ?? 0) + 1);
    }
  }
  return waysThatHelp((mode) => gained.get(mode) ?? 0);
}

/** The modes of a `reachKey`: minutes by mode, nothing for one that is not used. */
const modesOf = (key: string): TravelMode[] => {
  const minutes = key.split(',');
  return travelModes.filter((_, n) => minutes[n] !== '');
};
