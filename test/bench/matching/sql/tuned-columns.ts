import { travelModes } from '#domain';
import { waitingDays, type CitizenFacts } from '#matching';
import type { Case } from '../peers/peer.js';
import { byCategory, maskOf, type Encoding } from '../table/encoding.js';
import { boxAround, leastProduct, onSphere } from '../table/places.js';
import { mutualRows } from '../table/rows.js';
import { metresOfReach } from '../table/travel-reach.js';
import type { Column } from './server.js';

export const WEEK = 10_080;

type Write = (facts: CitizenFacts) => Column['values'][0];

/** One flat row for each citizen: everything that needs no job is worked out beforehand. */
export function tunedColumns(citizens: readonly CitizenFacts[], encoding: Encoding, given: Case): Column[] {
  const columns: Column[] = [];
  const add = (name: string, type: string, write: Write): unknown =>
    columns.push({ name, type, values: citizens.map(write) });
  const { levels } = encoding;
  const words = citizens.map(levels.citizen);
  for (let at = 0; at < levels.words; at += 1)
    columns.push({ name: `has${at}`, type: 'bigint', values: words.map((each) => each[at]!) });
  for (const { column, comparison } of levels.wideNumbers) add(column, 'float8', comparison.citizen);
  addPlace(add, given);
  for (const { column, comparison } of levels.wideSets)
    add(column, 'text[]', (c) => listOrNull(comparison.citizen(c)));
  for (const { column, comparison } of mutualRows())
    add(column, 'text[]', (c) => listOrNull(comparison.citizen(c).ruledOut));
  addWeek(add);
  addScore(add, encoding, given);
  add('id', 'uuid', ({ citizen }) => citizen.id);
  return columns;
}

type Add = (name: string, type: string, write: Write) => unknown;

function addPlace(add: Add, { rules }: Case): void {
  const metres = (facts: CitizenFacts): number[] => metresOfReach(facts, rules.travel);
  const most = (facts: CitizenFacts): number => Math.max(...metres(facts));
  add('x', 'float8', ({ citizen }) => onSphere(citizen.position)[0]);
  add('y', 'float8', ({ citizen }) => onSphere(citizen.position)[1]);
  add('z', 'float8', ({ citizen }) => onSphere(citizen.position)[2]);
  add('least_product', 'float8', (facts) => leastProduct(most(facts)));
  add('reach', 'box', (facts) => {
    const box = boxAround(facts.citizen.position, most(facts));
    return box && `(${box.east},${box.north}),(${box.west},${box.south})`;
  });
  add('lat', 'float8', ({ citizen }) => citizen.position.lat);
  add('lon', 'float8', ({ citizen }) => citizen.position.lon);
  add('metres_at_most', 'integer', most);
  travelModes.forEach((mode, at) => add(`${mode}_metres`, 'integer', (facts) => metres(facts)[at]!));
}

function addWeek(add: Add): void {
  add('free', 'int4multirange', ({ free }) => multirange(free));
  add('agreed', 'int4multirange', ({ agreed }) =>
    agreed.length === 0
      ? null
      : multirange(
          [-WEEK, 0, WEEK].flatMap((by) => agreed.map(({ from, to }) => ({ from: from + by, to: to + by }))),
        ),
  );
  add('free_from', 'integer[]', ({ free }) => `{${free.map(({ from }) => from).join(',')}}`);
  add('free_to', 'integer[]', ({ free }) => `{${free.map(({ to }) => to).join(',')}}`);
}

function addScore(add: Add, encoding: Encoding, given: Case): void {
  add('waited', 'integer', ({ citizen }) => waitingDays(citizen.waitingSince, given.day));
  add('goal_points', 'smallint[]', (facts) => `{${byCategory('goals', facts, given).join(',')}}`);
  add('dream_points', 'smallint[]', (facts) => `{${byCategory('dream', facts, given).join(',')}}`);
  add('wish_minutes', 'smallint', ({ wishMinutes }) => wishMinutes);
  add('most_minutes', 'smallint', ({ maxMinutes }) => maxMinutes);
  add('broker', 'integer', ({ citizen }) =>
    citizen.brokerId === null ? null : encoding.people.get(citizen.brokerId)!,
  );
  add('needs', 'integer', ({ citizen }) => maskOf(citizen.needs, encoding.needs));
  add('need_count', 'smallint', ({ citizen }) => citizen.needs.length);
  for (let n = 0; n < encoding.triedAtMost; n += 1) {
    add(`tried${n}_sign`, 'smallint', ({ citizen }) => sign(citizen.triedJobs[n]?.wentWell));
    add(
      `tried${n}_category`,
      'smallint',
      ({ citizen }) => encoding.categories.get(citizen.triedJobs[n]?.category ?? '') ?? null,
    );
    add(`tried${n}_noise`, 'smallint', ({ citizen }) => citizen.triedJobs[n]?.noise ?? null);
    add(`tried${n}_minutes`, 'smallint', ({ citizen }) => citizen.triedJobs[n]?.weeklyMinutes ?? null);
  }
}

const sign = (wentWell: boolean | undefined): number | null =>
  wentWell === undefined ? null : wentWell ? 1 : -1;

export const multirange = (intervals: readonly { from: number; to: number }[]): string =>
  `{${intervals.map(({ from, to }) => `[${from},${to})`).join(',')}}`;

const listOrNull = (values: readonly string[]): string | null =>
  values.length === 0 ? null : `{${values.join(',')}}`;
