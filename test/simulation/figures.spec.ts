import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain';
import {
  Acknowledge,
  CheckIn,
  EnterFigure,
  forOutside,
  HandOverContact,
  ListPeopleWithHours,
  ListWaiting,
  ReportCaseloads,
  ReportContactChanges,
  ReportLateness,
  ReportMonitoring,
  ReportPaidHours,
  ShowFigures,
  ShowForgotten,
} from '#use-cases';
import { Village } from './village.js';

/** What the product itself has done in a village is what its figures say. */

let village: Village;
let leader: Actor;
beforeEach(async () => {
  village = await Village.found();
  village.transactor.clock.set('2026-11-02T09:00:00Z');
  leader = village.as(village.birgit);
});

const now = () => village.use(ShowFigures).execute(leader);

it('counts from nothing: nobody works, one waits, one job is open', async () => {
  expect(await now()).toMatchObject({
    smallJobs: { open: 1, filled: 0, paused: 0 },
    peopleNow: { paid: 0, hybrid: 0 },
    month: { month: '2026-11', goalHours: 30, paidMinutes: 0, unpaidMinutes: 0 },
    lateness: { open: 0, all: { cases: 0, medianMinutes: null } },
    waiting: { citizens: 1, forgotten: 1 },
    contactChanges: { changes: 0, citizens: 0 },
    placements: { placements: 0, companies: 0 },
  });
  expect((await now()).weeks.map(({ start }) => start)).toHaveLength(12);
});

it('counts a shift when it has ended, and the person among those in paid hours', async () => {
  const [first, second] = await village.atWork();
  expect(first).toMatchObject({ date: '2026-11-04', paid: true });
  village.transactor.clock.set('2026-11-04T07:00:00Z');
  await village.use(CheckIn).execute(first!.id, undefined, village.as(village.mette));
  expect((await now()).month.paidMinutes).toBe(0);
  expect((await now()).peopleNow.paid).toBe(1);
  village.transactor.clock.set('2026-11-04T11:00:00Z');
  expect((await now()).month).toMatchObject({
    paidMinutes: 240,
    unpaidMinutes: 0,
    people: { below: 0, coming: 1 },
  });
  expect((await now()).waiting.citizens).toBe(0);
  const people = await village.use(ListPeopleWithHours).execute({ show: 'now', limit: 10 }, leader);
  expect(people.rows).toMatchObject([
    { paidMinutes: 240, standing: 'coming', citizen: { name: 'Jonas Prøvesen' } },
  ]);
  expect(people.rows[0]!.plannedPaidMinutes).toBeGreaterThan(1800);
  const span = { from: '2026-11-02', to: '2026-11-08' };
  const { totals, weeks } = await village.use(ReportPaidHours).execute(span, leader);
  expect(totals).toEqual({ paidMinutes: 240, unpaidMinutes: 0 });
  expect(weeks).toMatchObject([{ start: '2026-11-02', paidMinutes: 240 }]);
  expect(second).toBeDefined();
});

it('reaches the goal with paid hours only', async () => {
  const shifts = await village.atWork();
  village.transactor.clock.set('2026-11-30T20:00:00Z');
  const november = shifts.filter(({ date }) => date.startsWith('2026-11'));
  // Four hours each, as planned: nobody has said otherwise.
  expect((await now()).month).toMatchObject({ paidMinutes: november.length * 240, people: { reached: 1 } });
  await village.inside(async (unit) => {
    for (const shift of november.slice(0, 8))
      await unit.shifts.update({ ...shift, paid: false, task: 'bure' });
  });
  const rest = (november.length - 8) * 240;
  expect((await now()).month).toMatchObject({
    paidMinutes: rest,
    unpaidMinutes: 8 * 240,
    people: { reached: rest >= 1800 ? 1 : 0 },
  });
  expect(rest).toBeLessThan(1800);
});

describe('cases', () => {
  it('wait until somebody takes them, and are told by team', async () => {
    const [shift] = await village.atWork();
    const team = '0199a1b2-0000-7000-8000-000000000077';
    await village.inside(async (unit) => {
      await unit.teams.insert({ id: team, municipalityId: unit.municipalityId, name: 'Team Vest' });
      for (const one of await unit.staff.list()) await unit.staff.update({ ...one, teamId: team });
    });
    await village.until(shift!.startsAt.add({ minutes: 16 }));
    const [open] = await village.inside((unit) => unit.escalations.list());
    village.transactor.clock.set(open!.openedAt.add({ minutes: 7 }));
    expect((await now()).lateness).toMatchObject({ open: 1, untaken: 1, all: { worstMinutes: 7 } });
    await village.use(Acknowledge).execute(open!.id, 'call', village.as(village.mette));
    village.transactor.clock.set(open!.openedAt.add({ minutes: 20 }));
    const report = await village.use(ReportLateness).execute(leader);
    expect(report).toMatchObject({
      open: 1,
      untaken: 0,
      all: { cases: 1, medianMinutes: 7, worstMinutes: 7 },
    });
    expect(report.teams).toMatchObject([{ team: 'Team Vest', open: 1, medianMinutes: 7 }]);
    expect(report.openCases).toMatchObject([{ id: open!.id, citizen: { name: 'Jonas Prøvesen' } }]);
  });

  it('are never told of a team so small that it is a person', async () => {
    const [shift] = await village.atWork();
    const teamId = '0199a1b2-0000-7000-8000-000000000077';
    await village.inside(async (unit) => {
      await unit.teams.insert({ id: teamId, municipalityId: unit.municipalityId, name: 'Team Vest' });
      await unit.staff.update({ ...village.mette, teamId });
    });
    await village.until(shift!.startsAt.add({ minutes: 16 }));
    expect((await now()).lateness.teams).toMatchObject([{ team: null, open: 1 }]);
  });
});

it('tells whom a new contact met, and why', async () => {
  await village.atWork();
  await village.pass('PT1H');
  await village
    .use(HandOverContact)
    .execute(village.smallJob.id, { toId: village.lars.id, reason: 'resigned', note: null }, leader);
  const report = await village.use(ReportContactChanges).execute({}, leader);
  expect(report).toMatchObject({
    changes: 1,
    citizens: 1,
    times: { once: 1, twice: 0, more: 0 },
    kinds: { intended: 0, unintended: 1, untold: 0 },
    rows: [{ citizen: { name: 'Jonas Prøvesen' }, change: { reason: 'resigned' } }],
  });
});

it('gives a page of the changes, and shows no more names than it has', async () => {
  await village.atWork();
  for (const [toId, reason] of [
    [village.lars.id, 'resigned'],
    [village.mette.id, 'asked-for'],
  ] as const) {
    await village.pass('PT25H');
    await village.use(HandOverContact).execute(village.smallJob.id, { toId, reason, note: null }, leader);
  }
  const page = (after?: string) =>
    village.use(ReportContactChanges).execute({}, leader, { limit: 1, ...(after && { after }) });
  const first = await page();
  expect([first.changes, first.rows.map(({ change }) => change.reason)]).toEqual([2, ['asked-for']]);
  const second = await page(first.next!);
  expect([second.rows.map(({ change }) => change.reason), second.next]).toEqual([['resigned'], null]);
});

it('does not count somebody whose small job has had its last day', async () => {
  await village.atWork();
  village.transactor.clock.set('2026-11-10T09:00:00Z');
  expect((await now()).peopleNow.paid).toBe(1);
  await village.inside(async (unit) => {
    const job = (await unit.smallJobs.find(village.smallJob.id))!;
    await unit.smallJobs.update({ ...job, endDate: '2026-11-09' });
  });
  expect((await now()).peopleNow.paid).toBe(0);
});

it('holds everybody up against every open job anew when somebody has come', async () => {
  expect((await now()).excluding.pairs).toBe(1);
  await village.moveIn(village.citizen({ name: 'Bo', phone: null }));
  expect((await now()).excluding.pairs).toBe(2);
});

it('marks caseloads beside target and limit, by name', async () => {
  await village.inside(async (unit) => {
    const { settings, ...rest } = await unit.municipality();
    await unit.updateMunicipality({ ...rest, settings: { ...settings, caseload: { target: 0, limit: 1 } } });
  });
  await village.moveIn(village.citizen({ name: 'Bo', phone: null, brokerId: village.lars.id }));
  await village.moveIn(village.citizen({ name: 'Ida', phone: null, brokerId: village.lars.id }));
  await village.moveIn(village.citizen({ name: 'Eva', phone: null, brokerId: null }));
  const { people, withoutBroker } = await village.use(ReportCaseloads).execute(leader);
  expect(people.map(({ staff, citizens, mark }) => [staff.name, citizens, mark])).toEqual([
    ['Birgit Bak', 0, 'below'],
    ['Lars Lund', 2, 'over-limit'],
    ['Mette Holm', 1, 'over-target'],
  ]);
  expect(withoutBroker).toBe(1);
});

it('says the same of who is forgotten as the report on it', async () => {
  await village.moveIn(village.citizen({ name: 'Bo', phone: null }));
  village.transactor.clock.set('2027-03-01T09:00:00Z');
  const { waiting } = await now();
  const { citizens } = await village.use(ShowForgotten).execute({ days: 30 }, leader);
  expect([waiting.citizens, waiting.forgotten]).toEqual([2, citizens.length]);
  const page = await village.use(ListWaiting).execute({ onlyForgotten: true, limit: 1 }, leader);
  expect(page.rows).toHaveLength(1);
  const rest = await village
    .use(ListWaiting)
    .execute({ onlyForgotten: true, limit: 1, after: page.next! }, leader);
  expect(rest.next).toBeNull();
  expect(rest.rows[0]!.citizen.id).not.toBe(page.rows[0]!.citizen.id);
});

describe('the monitoring table', () => {
  const cellOf = async (indicator: string, outside = false) => {
    const report = await village.use(ReportMonitoring).execute({}, leader);
    const { rows } = outside ? forOutside(report) : report;
    return rows.find((row) => row.indicator === indicator)!.cells.at(-1)!;
  };

  it('tells the municipality of one person, and nobody else', async () => {
    await village.atWork();
    village.transactor.clock.set('2026-11-30T20:00:00Z');
    expect(await cellOf('small-jobs')).toMatchObject({ value: 1, isSuppressed: false });
    expect(await cellOf('small-jobs', true)).toMatchObject({ value: null, people: null, isSuppressed: true });
    expect((await cellOf('paid-hours')).value).toBeGreaterThan(20);
    expect(await cellOf('paid-hours', true)).toMatchObject({ value: null, isSuppressed: true });
    expect(await cellOf('hybrid', true)).toMatchObject({ value: 0, isSuppressed: false });
  });

  it('has what a leader has entered, the last word', async () => {
    const figure = {
      indicator: 'flex-job' as const,
      year: 2026,
      people: 52,
      countedTo: '2026-10-31',
      source: 'ej',
    };
    const enter = (over: object, actor = leader) =>
      village.use(EnterFigure).execute({ ...figure, ...over }, actor);
    await enter({});
    await enter({ people: 53, source: 'jobindsats.dk' });
    expect(await cellOf('flex-job', true)).toMatchObject({
      value: 53,
      entered: { countedTo: '2026-10-31', source: 'jobindsats.dk' },
    });
    await enter({ people: 4 });
    expect(await cellOf('flex-job', true)).toMatchObject({ value: null, isSuppressed: true });
    await expect(enter({ countedTo: '2026-11-03' })).rejects.toMatchObject({ code: 'figures.wrong-year' });
    await expect(enter({ countedTo: '2025-12-31' })).rejects.toMatchObject({ code: 'figures.wrong-year' });
    await expect(enter({}, village.as(village.mette))).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('has a column for each year that is asked for, the last one marked as a part', async () => {
    const { years } = await village.use(ReportMonitoring).execute({ from: '2024-05-01' }, leader);
    expect(years.map(({ year, isPart }) => [year, isPart])).toEqual([
      [2024, false],
      [2025, false],
      [2026, true],
    ]);
    await expect(
      village.use(ReportMonitoring).execute({ from: '2026-05-01', to: '2025-01-01' }, leader),
    ).rejects.toMatchObject({ code: 'report.dates-invalid' });
  });
});

it('is a leader’s, and writes down that everybody was counted', async () => {
  await expect(village.use(ShowFigures).execute(village.as(village.mette))).rejects.toMatchObject({
    code: 'not-allowed',
  });
  await now();
  expect(village.transactor.accessLog.at(-1)).toMatchObject({
    kind: 'calculated',
    citizenIds: 'everybody',
    purpose: 'report.figures',
  });
});
