import { expect, test } from '@jest/globals';
import { Temporal } from '#domain';
import { InMemoryTransactor } from '../../../test/fakes/index.js';
import { sleepThrough } from './days-slept-through.js';
import { agreementIds } from './history/index.js';
import { moveIn } from './move-in.js';
import { municipalityId, municipalityOf } from './town.js';

const vejle = municipalityId('vejle');
const hours = (from: Temporal.Instant, to: Temporal.Instant): number => from.until(to).total('hours');

/** Any minute of the year may be the one when somebody starts the demo. */
test.each([
  ['a Friday, just before reminders of Monday go out', '2026-11-27T15:50:00Z'],
  ['a Saturday', '2026-11-28T09:00:00Z'],
  ['a Sunday at midnight', '2026-11-29T23:00:00Z'],
  ['a Wednesday evening', '2026-12-02T22:30:00Z'],
  ['Christmas Eve', '2026-12-24T12:00:00Z'],
  ['the night the clock goes forward', '2027-03-28T00:30:00Z'],
  ['the night the clock goes back', '2027-10-31T00:30:00Z'],
])('on %s nothing falls due in the first hour, nor after ten days asleep', async (_, instant) => {
  const now = Temporal.Instant.from(instant);
  const transactor = new InMemoryTransactor();
  transactor.clock.set(now);
  transactor.found(municipalityOf('vejle'));
  await transactor.inMunicipality(vejle, (unit) => moveIn(unit, transactor, 'vejle'));
  const planned = () => transactor.inMunicipality(vejle, (unit) => unit.shifts.list({ state: 'planned' }));
  expect(Math.min(...transactor.dueJobs.map(({ dueAt }) => hours(now, dueAt)))).toBeGreaterThan(24);
  expect(Math.min(...(await planned()).map(({ startsAt }) => hours(now, startsAt)))).toBeGreaterThan(36);
  expect(transactor.events).toEqual([]);

  transactor.clock.advance('PT240H');
  await transactor.inMunicipality(vejle, (unit) => sleepThrough(unit, agreementIds('vejle')));
  const soon = transactor.clock.now().add({ hours: 1 });
  const due = transactor.dueJobs.filter(({ dueAt }) => hours(dueAt, soon) > 0).map(({ job }) => job);
  // Planning on writes to nobody.
  expect(due.filter((job) => job !== 'shift.plan-ahead')).toEqual([]);
  expect(Math.min(...(await planned()).map(({ startsAt }) => hours(soon, startsAt)))).toBeGreaterThanOrEqual(
    0,
  );
});

test('a start within the day leaves the shifts as they are', async () => {
  const transactor = new InMemoryTransactor();
  transactor.found(municipalityOf('vejle'));
  await transactor.inMunicipality(vejle, (unit) => moveIn(unit, transactor, 'vejle'));
  const before = transactor.dueJobs.length;
  transactor.clock.advance('PT20H');
  await transactor.inMunicipality(vejle, (unit) => sleepThrough(unit, agreementIds('vejle')));
  expect(transactor.dueJobs).toHaveLength(before);
});
