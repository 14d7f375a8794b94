import { expect, test } from '@jest/globals';
import { Temporal } from '#domain';
import { DutyDesk, SwapDuty } from '#use-cases';
import { InMemoryTransactor, SequentialIds } from '../../../test/fakes/index.js';
import { sleepThrough } from './days-slept-through.js';
import { agreementIds } from './history/index.js';
import { moveIn } from './move-in.js';
import { staffIdOf } from './staff.js';
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

test.each(['2026-11-23T09:00:00Z', '2026-11-28T09:00:00Z', '2026-12-02T22:30:00Z'])(
  'from %s on the duty list has turns, a morning that is still open, and a swap to answer',
  async (instant) => {
    const transactor = new InMemoryTransactor();
    transactor.clock.set(Temporal.Instant.from(instant));
    transactor.found(municipalityOf('vejle'));
    await transactor.inMunicipality(vejle, (unit) => moveIn(unit, transactor, 'vejle'));
    const staffId = staffIdOf('vejle', 'Mette');
    const mette = { role: 'consultant' as const, municipalityId: vejle, staffId, name: 'Mette', holder: 'x' };
    const { lines, gaps, swaps, changes, now } = await new DutyDesk(transactor).show(mette);
    const ahead = lines.filter(({ turn }) => hours(now, turn.from) > 0);
    expect(ahead.length).toBeGreaterThan(20);
    // Only what a colleague has not been put on for: neither every morning, nor none.
    const open = new Set(gaps.map(({ shift }) => shift.date));
    expect(open.size).toBeGreaterThan(0);
    expect(open.size).toBeLessThan(8);
    expect(swaps).toEqual([expect.objectContaining({ toStaffId: staffId, state: 'asked' })]);
    expect(changes.length).toBeGreaterThan(0);
    const swapped = await new SwapDuty(transactor, new SequentialIds()).answer(swaps[0]!.id, true, mette);
    expect(swapped.state).toBe('accepted');
  },
);

test('a start within the day leaves the shifts as they are', async () => {
  const transactor = new InMemoryTransactor();
  transactor.found(municipalityOf('vejle'));
  await transactor.inMunicipality(vejle, (unit) => moveIn(unit, transactor, 'vejle'));
  const before = transactor.dueJobs.length;
  transactor.clock.advance('PT20H');
  await transactor.inMunicipality(vejle, (unit) => sleepThrough(unit, agreementIds('vejle')));
  expect(transactor.dueJobs).toHaveLength(before);
});
