import { describe, expect, it } from '@jest/globals';
import { defaultLadders, instantOf, type LadderStep, type Staff } from '#domain';
import {
  Acknowledge,
  ChangeLadder,
  CheckIn,
  DutyDesk,
  KeepDutyList,
  ManageTeams,
  ResolveEscalation,
  SayNotHere,
  SwapDuty,
  TakeLeave,
} from '#use-cases';
import { Village } from './village.js';

/** The first shift: Wednesday 4 November 2026 at 8 in Copenhagen. */
const DAY = '2026-11-04';
const START = '2026-11-04T07:00:00Z';
const at = (time: string, day = DAY) => instantOf(day, time);
const evening = { teamId: null, from: at('16:00'), to: at('20:00') };

async function morning() {
  const village = await Village.found();
  const [shift] = await village.atWork();
  await village.until(START);
  village.gateway.sent.length = 0;
  return { village, shift: shift! };
}

const notHere = async ({ village, shift }: Awaited<ReturnType<typeof morning>>) => {
  const { escalation } = await village.use(SayNotHere).execute(shift.id, village.employer);
  await village.pass('PT1S');
  return escalation!.id;
};
const historyOf = (village: Village, escalationId: string) =>
  village.inside((unit) =>
    unit.escalationEntries.list({ escalationId }, { order: [{ by: 'at' }, { by: 'id' }] }),
  );
const openTasks = (village: Village) =>
  village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }));
const change = (village: Village, staff: Staff, over: Partial<Staff>) =>
  village.inside(async (unit) => unit.staff.update({ ...(await unit.staff.find(staff.id))!, ...over }));

describe('the duty list', () => {
  it('keeps a team that has turns to come, and lets go of it when they are over', async () => {
    const { village } = await morning();
    const by = village.as(village.birgit);
    const team = await village.use(ManageTeams).add('Vest', by);
    await village.use(KeepDutyList).add({ ...evening, teamId: team.id, staffId: village.lars.id }, by);
    await expect(village.use(ManageTeams).remove(team.id, by)).rejects.toMatchObject({
      code: 'team.not-empty',
    });
    await village.until(at('20:00').toString());
    await village.use(ManageTeams).remove(team.id, by);
    const [turn] = await village.inside((unit) => unit.dutyTurns.list({}));
    expect(turn).toMatchObject({ teamId: null, staffId: village.lars.id });
  });

  it('has one name at a time, and says whose it is', async () => {
    const { village } = await morning();
    const list = village.use(KeepDutyList);
    await list.add({ ...evening, staffId: village.lars.id }, village.as(village.birgit));
    const second = list.add(
      { ...evening, from: at('19:59'), to: at('22:00'), staffId: village.mette.id },
      village.as(village.birgit),
    );
    await expect(second).rejects.toMatchObject({ code: 'duty.overlaps', details: { by: 'Lars Lund' } });
    const next = { ...evening, from: at('20:00'), to: at('22:00'), staffId: village.mette.id };
    await expect(list.add(next, village.as(village.birgit))).resolves.toMatchObject({
      staffId: village.mette.id,
    });
  });

  it.each([
    ['duty.times-invalid', { from: at('20:00'), to: at('20:00') }],
    ['duty.times-invalid', { to: at('16:01', '2026-12-05') }],
    ['duty.over', { from: at('05:00'), to: at('08:00') }],
    ['staff.not-found', { staffId: '0193c000-0000-7000-9000-0000000000ff' }],
    ['team.not-found', { teamId: '0193c000-0000-7000-9000-0000000000ff' }],
  ])('refuses with %s', async (code, over) => {
    const { village } = await morning();
    const input = { ...evening, staffId: village.lars.id, ...over };
    await expect(village.use(KeepDutyList).add(input, village.as(village.birgit))).rejects.toMatchObject({
      code,
    });
  });

  it('refuses whoever cannot be called, and everybody but a leader', async () => {
    const { village } = await morning();
    const input = { ...evening, staffId: village.lars.id };
    await expect(village.use(KeepDutyList).add(input, village.as(village.mette))).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await change(village, village.lars, { phone: null });
    await expect(village.use(KeepDutyList).add(input, village.as(village.birgit))).rejects.toMatchObject({
      code: 'duty.not-reachable',
    });
  });

  it('changes with a yes to a swap, both ways, once, and it stands there who did it', async () => {
    const { village } = await morning();
    const { mette, lars, birgit } = village;
    const list = village.use(KeepDutyList);
    const mine = await list.add({ ...evening, staffId: mette.id }, village.as(birgit));
    const later = { from: at('16:00', '2026-11-05'), to: at('20:00', '2026-11-05') };
    const theirs = await list.add({ ...evening, ...later, staffId: lars.id }, village.as(birgit));
    const swaps = village.use(SwapDuty);
    const asked = { turnId: mine.id, toStaffId: lars.id, returnTurnId: theirs.id };
    const swap = await swaps.ask(asked, village.as(mette));
    expect(await swaps.ask(asked, village.as(mette))).toEqual(swap);
    await expect(swaps.answer(swap.id, true, village.as(mette))).rejects.toMatchObject({
      code: 'duty.swap-not-yours',
    });
    await swaps.answer(swap.id, true, village.as(lars));
    await swaps.answer(swap.id, true, village.as(lars));
    const { lines, changes } = await village.use(DutyDesk).show(village.as(mette));
    expect(lines.map(({ staff }) => staff.name)).toEqual(['Lars Lund', 'Mette Holm']);
    expect(changes.filter(({ what }) => what === 'swapped').map(({ byStaffId }) => byStaffId)).toEqual([
      lars.id,
      lars.id,
    ]);
    await expect(swaps.takeBack(swap.id, village.as(mette))).rejects.toMatchObject({
      code: 'duty.swap-answered',
    });
  });

  it('lets a swap go whose turn was changed meanwhile', async () => {
    const { village } = await morning();
    const { mette, lars, birgit } = village;
    const turn = await village.use(KeepDutyList).add({ ...evening, staffId: mette.id }, village.as(birgit));
    const swap = await village
      .use(SwapDuty)
      .ask({ turnId: turn.id, toStaffId: lars.id, returnTurnId: null }, village.as(mette));
    await village.use(KeepDutyList).remove(turn.id, village.as(birgit));
    await expect(village.use(SwapDuty).answer(swap.id, true, village.as(lars))).rejects.toMatchObject({
      code: 'duty.swap-answered',
    });
  });
});

describe('leave', () => {
  const today = { from: DAY, to: DAY };

  it('sends the steps to who answers, then to who is on duty, and never back', async () => {
    const scene = await morning();
    const { village } = scene;
    await village.use(TakeLeave).execute(today, village.as(village.mette));
    const id = await notHere(scene);
    expect([village.texts(village.lars).length, village.texts(village.mette).length]).toEqual([1, 0]);
    await village.pass('PT45M');
    expect(village.texts(village.mette)).toEqual([]);
    const history = await historyOf(village, id);
    expect(history.flatMap(({ details }) => details['reason'] ?? [])).toEqual(['leave', 'has-heard']);
  });

  it('that begins while a case runs takes the tasks along', async () => {
    const { village } = await morning();
    await village.pass('PT40M');
    expect((await openTasks(village)).map(({ staffId }) => staffId)).toEqual([village.mette.id]);
    await village.use(TakeLeave).execute(today, village.as(village.mette));
    expect((await openTasks(village)).map(({ staffId }) => staffId)).toEqual([village.lars.id]);
  });

  it.each([
    ['leave.dates-invalid', { from: '2026-11-06', to: '2026-11-05' }],
    ['leave.dates-invalid', { from: '2026-11-01', to: '2026-11-03' }],
  ])('refuses with %s: %j', async (code, days) => {
    const { village } = await morning();
    await expect(village.use(TakeLeave).execute(days, village.as(village.mette))).rejects.toMatchObject({
      code,
    });
  });

  it('needs somebody who answers and is here; the same said twice is once; others’ is a leader’s to say', async () => {
    const { village } = await morning();
    const { mette, lars, birgit } = village;
    const leave = village.use(TakeLeave);
    await leave.execute({ ...today, standInId: birgit.id }, village.as(lars));
    await expect(leave.execute(today, village.as(mette))).rejects.toMatchObject({
      code: 'leave.stand-in-away',
    });
    const mine = await leave.execute({ ...today, standInId: birgit.id }, village.as(mette));
    expect(await leave.execute({ ...today, standInId: birgit.id }, village.as(mette))).toEqual(mine);
    await expect(
      leave.execute({ from: DAY, to: '2026-11-05', standInId: birgit.id }, village.as(mette)),
    ).rejects.toMatchObject({ code: 'leave.overlaps' });
    await expect(leave.execute({ ...today, staffId: birgit.id }, village.as(mette))).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await leave.takeBack(mine.id, village.as(mette));
    await leave.takeBack(mine.id, village.as(mette));
  });
});

describe('the last step ends with a person', () => {
  it('when everybody is gone: on the list that everybody looks at', async () => {
    const scene = await morning();
    const { village } = scene;
    for (const one of [village.mette, village.lars, village.birgit])
      await change(village, one, { active: false });
    await notHere(scene);
    const tasks = await openTasks(village);
    expect(tasks.filter(({ kind }) => kind === 'nobody-took-it')).toEqual([
      expect.objectContaining({ staffId: null }),
    ]);
  });

  it('also of a ladder that ends with a message to the leader', async () => {
    const scene = await morning();
    const { village } = scene;
    const steps: LadderStep[] = [
      { after: 'PT0S', who: 'leader', channel: 'sms', message: 'not-here-leader' },
    ];
    await village
      .use(ChangeLadder)
      .execute('not-here', { ...defaultLadders['not-here'], steps }, village.as(village.birgit));
    await notHere(scene);
    expect(village.texts(village.birgit)).toHaveLength(1);
    expect((await openTasks(village)).map(({ kind }) => kind)).toEqual(['nobody-took-it']);
  });
});

describe('a step', () => {
  const ladderOf = async (village: Village, ...steps: LadderStep[]) =>
    village
      .use(ChangeLadder)
      .execute('not-here', { ...defaultLadders['not-here'], steps }, village.as(village.birgit));
  const toLeader: LadderStep = { after: 'PT0S', who: 'leader', channel: 'sms', message: 'not-here-leader' };
  const list: LadderStep = { after: 'PT30M', who: 'list', channel: 'task', message: 'nobody-took-it' };

  it('is said again until somebody takes the case, and not after', async () => {
    const scene = await morning();
    const { village } = scene;
    await ladderOf(village, { ...toLeader, repeat: { every: 'PT5M', times: 4 } }, list);
    const id = await notHere(scene);
    await village.pass('PT6M');
    expect(village.texts(village.birgit)).toHaveLength(2);
    await village.use(Acknowledge).execute(id, 'drive', village.as(village.birgit));
    await village.pass('PT1H');
    expect(village.texts(village.birgit)).toHaveLength(2);
  });

  it('is said so many times and no more', async () => {
    const scene = await morning();
    const { village } = scene;
    await ladderOf(village, { ...toLeader, repeat: { every: 'PT5M', times: 3 } }, list);
    await notHere(scene);
    await village.pass('PT3H');
    expect(village.texts(village.birgit)).toHaveLength(3);
  });

  it('outside its hours is for who is on duty, and without one for the list', async () => {
    const hours = { from: '09:00', to: '21:00', otherwise: 'duty' } as const;
    const scene = await morning();
    const { village } = scene;
    await ladderOf(village, { ...toLeader, hours }, list);
    const turn = { teamId: null, from: at('06:00'), to: at('12:00'), staffId: village.lars.id };
    await village.use(KeepDutyList).add(turn, village.as(village.birgit));
    await notHere(scene);
    expect([village.texts(village.lars).length, village.texts(village.birgit).length]).toEqual([1, 0]);
  });

  it('to somebody without a phone waits for nobody and says why', async () => {
    const scene = await morning();
    const { village } = scene;
    await change(village, village.mette, { phone: null });
    const id = await notHere(scene);
    expect(village.texts(village.lars)).toHaveLength(1);
    const [first] = (await historyOf(village, id)).filter(({ what }) => what === 'step-taken');
    expect(first?.details).toMatchObject({ how: 'task', reason: 'no-phone' });
  });
});

describe('said not here', () => {
  it('while somebody has the case: that person keeps it, and the workplace hears who', async () => {
    const { village, shift } = await morning();
    await village.pass('PT16M');
    const open = await village.inside((unit) => unit.escalations.first({ shiftId: shift.id }));
    await village.use(Acknowledge).execute(open!.id, 'call', village.as(village.mette));
    village.gateway.sent.length = 0;
    const { escalation } = await village.use(SayNotHere).execute(shift.id, village.employer);
    await village.pass('PT10M');
    expect(escalation).toMatchObject({ id: open!.id, state: 'acknowledged', ladder: 'not-here', round: 2 });
    expect(village.texts(village.mette)).toEqual([]);
    expect(village.texts(village.company.contact)).toEqual([
      expect.stringContaining('Mette taler med Jonas nu'),
    ]);
    // Nobody says that it goes on: the new ladder begins with its first step.
    await village.pass('PT30M');
    expect(village.texts(village.mette).length).toBeGreaterThanOrEqual(2);
  });

  it('again after an arrival is news and a new case', async () => {
    const scene = await morning();
    const { village, shift } = scene;
    const first = await notHere(scene);
    await village.use(CheckIn).execute(shift.id, undefined, village.employer);
    await village.pass('PT10M');
    const second = await notHere(scene);
    expect(second).not.toBe(first);
    expect((await historyOf(village, second))[0]?.details).toMatchObject({
      ladder: 'not-here',
      after: 'arrived',
    });
  });

  it('again after somebody has found out why is settled: a task, once, and no new case', async () => {
    const scene = await morning();
    const { village, shift } = scene;
    const id = await notHere(scene);
    await village.use(ResolveEscalation).execute(id, { outcome: 'overslept' }, village.as(village.mette));
    village.gateway.sent.length = 0;
    for (let times = 0; times < 2; times++) {
      const { escalation } = await village.use(SayNotHere).execute(shift.id, village.employer);
      expect(escalation).toMatchObject({ id, state: 'closed' });
    }
    await village.pass('PT1H');
    expect(village.gateway.sent).toEqual([]);
    expect((await openTasks(village)).map(({ kind }) => kind)).toEqual(['call-citizen']);
    expect((await historyOf(village, id)).filter(({ what }) => what === 'said-again')).toHaveLength(1);
  });

  it('twice is evidence once', async () => {
    const scene = await morning();
    const { village, shift } = scene;
    await notHere(scene);
    await village.use(SayNotHere).execute(shift.id, village.employer);
    const now = await village.inside((unit) => unit.shifts.find(shift.id));
    expect(now?.evidence.filter(({ says }) => says === 'not-here')).toHaveLength(1);
  });
});

it('a late JA to "stadig i gang" takes nothing from the colleague who has it by now', async () => {
  const scene = await morning();
  const { village } = scene;
  const id = await notHere(scene);
  await village.use(Acknowledge).execute(id, 'call', village.as(village.mette));
  await village.pass('PT36M');
  await village.use(Acknowledge).execute(id, 'drive', village.as(village.lars));
  await village.sms(village.mette.phone, 'ja');
  const one = await village.inside((unit) => unit.escalations.find(id));
  expect(one?.acknowledged?.byName).toBe('Lars Lund');
});
