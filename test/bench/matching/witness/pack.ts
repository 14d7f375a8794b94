import { travelModes } from '#domain';
import { partIds, parts, smallJobFacts, waitingDays, type CitizenFacts } from '#matching';
import type { Case } from '../peers/peer.js';
import { byCategory, clustered, encodingOf, maskOf, type Encoding } from '../table/encoding.js';
import { leastProduct, onSphere } from '../table/places.js';
import { metresOfReach } from '../table/travel-reach.js';
import { blocksOf } from './blocks.js';
import { addJobs } from './pack-jobs.js';
import { Sections } from './sections.js';

export const BLOCK = 64;
const SLOT = 30;
const SLOT_WORDS = 6;

export interface Packed {
  bytes: Buffer;
  /** Citizen ids by position. */
  ids: string[];
}

/** The people and jobs as witness.c reads them, in the order of its `load`. */
export function packed(citizens: readonly CitizenFacts[], given: Case): Packed {
  const order = clustered(citizens, given);
  const encoding = encodingOf(citizens, given);
  if (encoding.levels.wideSets.some(({ comparison }) => comparison.kind === 'holds-all'))
    throw new Error('a row asks for all of many slugs, which the witness has no way to check');
  if (partIds.some((id, at) => parts[at]?.id !== id))
    throw new Error('the witness has the parts in another order');
  const jobs = given.population.smallJobs.map((job) => smallJobFacts(job, given));
  const file = new Sections();
  const padded = Math.ceil(order.length / BLOCK) * BLOCK;
  addNumbers(file, { citizens: order.length, jobs: jobs.length, padded }, encoding, given);
  addPlaces(file, order, padded, encoding, given);
  addWeeks(file, order, padded);
  addScores(file, order, padded, encoding, given);
  addBlocks(file, order, padded, encoding, given);
  addJobs(file, jobs, order, encoding);
  return { bytes: file.joined(), ids: order.map(({ citizen }) => citizen.id) };
}

/** A value for each place of the blocks, also for the places behind the last citizen. */
const filled = <T>(
  order: readonly CitizenFacts[],
  padded: number,
  rest: T,
  value: (facts: CitizenFacts) => T,
): T[] => {
  const values = order.map(value);
  while (values.length < padded) values.push(rest);
  return values;
};

interface Sizes {
  citizens: number;
  jobs: number;
  padded: number;
}

function addNumbers(
  file: Sections,
  { citizens, jobs, padded }: Sizes,
  encoding: Encoding,
  { rules }: Case,
): void {
  const { levels } = encoding;
  const { shares, weights, travel } = rules;
  const wide = levels.wideNumbers.map(({ comparison }) => (comparison.kind === 'at-most' ? 1 : 0));
  file.whole([
    ...[citizens, jobs, levels.words, wide.length, encoding.triedAtMost, encoding.categories.size],
    ...[padded, padded / BLOCK],
    ...Array.from({ length: 8 }, (_, at) => wide[at] ?? 0),
    ...partIds.map((id) => weights[id]),
    ...[shares.hoursSpreadMinutes, shares.slackFullMinutes, shares.travelNoneAtMinutes],
    ...[shares.waitingFullDays, shares.growthFullMinutes],
    ...[shares.contact.same, shares.contact.notSet, shares.contact.changed],
    ...[shares.tried.neutral, shares.tried.task, shares.tried.noise, shares.tried.hours],
    shares.tried.hoursNearMinutes,
  ]);
  const modes = travelModes.map((mode) => travel.modes[mode]);
  file.broken([
    travel.detourPercent * 60,
    ...modes.map(({ kmPerHour }) => kmPerHour * 100_000),
    ...modes.map(({ waitMinutes }) => waitMinutes),
  ]);
}

function addPlaces(
  file: Sections,
  order: readonly CitizenFacts[],
  padded: number,
  { levels }: Encoding,
  { rules }: Case,
): void {
  const words = order.map(levels.citizen);
  const sliced = Array.from({ length: levels.words }, (_, word) =>
    Array.from({ length: padded }, (__, at) => words[at]?.[word] ?? 0n),
  );
  file.add(BigUint64Array.from(sliced.flat()));
  const each = (rest: number, value: (facts: CitizenFacts) => number): number[] =>
    filled(order, padded, rest, value);
  file.broken(levels.wideNumbers.flatMap(({ comparison }) => each(0, comparison.citizen)));
  for (const axis of [0, 1, 2] as const)
    file.broken(each(0, ({ citizen }) => onSphere(citizen.position)[axis]));
  file.broken(each(2, (facts) => leastProduct(Math.max(...metresOfReach(facts, rules.travel)))));
  file.broken(each(0, ({ citizen }) => citizen.position.lat));
  file.broken(each(0, ({ citizen }) => citizen.position.lon));
  const beyond = travelModes.map(() => -1);
  file.whole(filled(order, padded, beyond, (facts) => metresOfReach(facts, rules.travel)).flat());
}

function addWeeks(file: Sections, order: readonly CitizenFacts[], padded: number): void {
  const touched = new BigUint64Array(padded * SLOT_WORDS);
  order.forEach(({ free }, at) => {
    for (const { from, to } of free) {
      const last = Math.min(SLOT_WORDS * 64 - 1, Math.floor((to - 1) / SLOT));
      for (let slot = Math.max(0, Math.floor(from / SLOT)); slot <= last; slot += 1) {
        const word = at * SLOT_WORDS + Math.floor(slot / 64);
        touched[word] = touched[word]! | (1n << BigInt(slot % 64));
      }
    }
  });
  file.add(touched);
  file.intervals(filled(order, padded, [], ({ free }) => [...free]));
  file.intervals(filled(order, padded, [], ({ agreed }) => [...agreed]));
}

function addScores(
  file: Sections,
  order: readonly CitizenFacts[],
  padded: number,
  encoding: Encoding,
  given: Case,
): void {
  const each = (value: (facts: CitizenFacts) => number): void => file.whole(filled(order, padded, 0, value));
  const none = Array.from(encoding.categories, () => 0);
  for (const id of ['goals', 'dream'] as const)
    file.add(Uint16Array.from(filled(order, padded, none, (facts) => byCategory(id, facts, given)).flat()));
  each(({ wishMinutes }) => wishMinutes);
  each(({ maxMinutes }) => maxMinutes);
  each(({ citizen }) => (citizen.brokerId === null ? -1 : encoding.people.get(citizen.brokerId)!));
  each(({ citizen }) => maskOf(citizen.needs, encoding.needs));
  each(({ citizen }) => citizen.needs.length);
  each(({ citizen }) => waitingDays(citizen.waitingSince, given.day));
  const ranks = new Map(
    order
      .map(({ citizen }) => citizen.id)
      .sort((a, b) => (a < b ? -1 : 1))
      .map((id, rank) => [id, rank]),
  );
  each(({ citizen }) => ranks.get(citizen.id)!);
  each(({ citizen }) => citizen.triedJobs.length);
  const tried = filled<number[]>(order, padded, [], ({ citizen }) =>
    citizen.triedJobs.flatMap((job) => [
      ...[job.wentWell ? 1 : -1, encoding.categories.get(job.category) ?? -1],
      ...[job.noise, job.weeklyMinutes],
    ]),
  );
  const most = encoding.triedAtMost * 4;
  file.whole(tried.flatMap((values) => Array.from({ length: most }, (_, at) => values[at] ?? 0)));
}

function addBlocks(
  file: Sections,
  order: readonly CitizenFacts[],
  padded: number,
  { levels }: Encoding,
  { rules }: Case,
): void {
  const blocks = blocksOf(order, padded / BLOCK, BLOCK, rules.travel);
  for (const axis of [0, 1, 2] as const) file.broken(blocks.map(({ middle }) => middle[axis]));
  file.broken(blocks.map(({ leastProduct: least }) => least));
  const words = blocks.map(({ citizens }) => citizens.map(levels.citizen));
  const either = Array.from({ length: levels.words }, (_, word) =>
    words.map((own) => own.reduce((bits, each) => bits | each[word]!, 0n)),
  );
  file.add(BigUint64Array.from(either.flat()));
}
