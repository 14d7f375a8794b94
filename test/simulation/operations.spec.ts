import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Shift } from '#domain';
import {
  Acknowledge,
  ProviderPauses,
  ReplayFailedJob,
  SayNotHere,
  schedules,
  ShowFailedJobs,
  ShowLadder,
  ShowOperations,
  TellLeaders,
  type Vitals,
} from '#use-cases';
import { Village } from './village.js';

/** The first shift: Wednesday 4 November 2026 at 8 in Copenhagen. */
const START = '2026-11-04T07:00:00Z';
const SUBJECT = '0193c000-0000-7000-9000-0000000000aa';

let village: Village;
beforeEach(async () => {
  village = await Village.found();
});
const here = () => village.municipality.id;

class NobodyPaused extends ProviderPauses {
  list = async () => [];
  pause = async () => false;
  resume = async () => false;
}

function operations(over: Partial<Vitals> = {}): Promise<Awaited<ReturnType<ShowOperations['execute']>>> {
  const runs = Object.keys(schedules).map((name) => ({ name, doneSecondsAgo: 4, repaired: 0 }));
  const vitals = { heartbeats: [], runs, pausedProviders: [], isAlarmed: false, ...over };
  const pauses = new NobodyPaused();
  return new ShowOperations(village.transactor, { read: async () => vitals }, village.alarms, pauses).execute(
    village.as(village.birgit),
  );
}

async function caseOfToday(): Promise<{ id: string; shift: Shift }> {
  const [shift] = await village.atWork();
  await village.until(START);
  await village.use(SayNotHere).execute(shift!.id, village.as(village.mette));
  const open = await village.inside((unit) => unit.escalations.first({ shiftId: shift!.id }));
  return { id: open!.id, shift: shift! };
}

describe('what a leader sees of the operations', () => {
  it('is nothing late and nothing given up, while everything runs', async () => {
    await caseOfToday();
    const { waiting, failedJobs, schedules: shown, alarms } = await operations();
    expect(waiting).toMatchObject({ openCases: 1, late: [], lateCases: 0, messages: 0, messagesSince: null });
    expect([failedJobs, alarms]).toEqual([[], []]);
    expect(shown.filter(({ isLate }) => isLate)).toEqual([]);
  });

  it('is a step that nobody took, after a minute and not before', async () => {
    const { id } = await caseOfToday();
    const due = (await village.inside((unit) => unit.escalations.find(id)))!.nextStepAt!;
    village.transactor.clock.set(due.add({ seconds: 60 }));
    expect((await operations()).waiting.lateCases).toBe(0);
    village.transactor.clock.set(due.add({ seconds: 61 }));
    expect((await operations()).waiting).toMatchObject({ lateCases: 1, late: [{ id, nextStepAt: due }] });
  });

  it('names what fell silent, and the alarm', async () => {
    await village.alarms.begin('sweeper-silent', 200);
    const runs = [{ name: 'sweep', doneSecondsAgo: 71, repaired: 0 }];
    const { schedules: shown, alarms } = await operations({ runs });
    expect(shown.flatMap(({ name, isLate }) => (isLate ? [name] : []))).toEqual(['sweep']);
    expect(alarms).toMatchObject([{ kind: 'sweeper-silent', endedAt: null }]);
  });

  it('is how the providers are, by the worst that a worker says, and of workers that are there', async () => {
    const heartbeats: Vitals['heartbeats'] = [
      { name: 'worker a 1', secondsAgo: 3, counts: { 'circuit-smtp': 0, 'circuit-inmobile': 1 } },
      { name: 'worker b 2', secondsAgo: 3, counts: { 'circuit-smtp': 2 } },
      { name: 'worker gone 3', secondsAgo: 900, counts: { 'circuit-inmobile': 2 } },
    ];
    expect(
      (await operations({ heartbeats })).providers.map(({ provider, condition }) => [provider, condition]),
    ).toEqual([
      ['inmobile', 'tried'],
      ['smtp', 'spared'],
    ]);
    expect((await operations()).providers.map(({ condition }) => condition)).toEqual([
      'unheard',
      'unheard',
      'unheard',
    ]);
  });

  it('is not for consultants, and neither is letting work run again', async () => {
    const refused = expect.objectContaining({ code: 'not-allowed' });
    const show = new ShowOperations(
      village.transactor,
      undefined as never,
      village.alarms,
      new NobodyPaused(),
    );
    await expect(show.execute(village.as(village.mette))).rejects.toEqual(refused);
    const id = village.transactor.giveUp({ municipalityId: here(), job: 'match.rank', subjectId: SUBJECT });
    const replay = village.use(ReplayFailedJob).execute(here(), id, village.as(village.mette));
    await expect(replay).rejects.toEqual(refused);
    expect(await village.use(ShowFailedJobs).execute(here())).toHaveLength(1);
  });

  it('is in the record: who let work run again', async () => {
    const id = village.transactor.giveUp({ municipalityId: here(), job: 'match.rank', subjectId: SUBJECT });
    const leader = village.as(village.birgit);
    expect(await village.use(ReplayFailedJob).execute(here(), id, leader)).toBe(true);
    expect(await village.use(ReplayFailedJob).execute(here(), id, leader)).toBe(false);
    const happened = await village.inside((unit) =>
      unit.happenings({ subjectIds: [id], types: ['FailedJobReplayed'], limit: 9 }),
    );
    expect(happened).toMatchObject([{ byStaffId: village.birgit.id }]);
  });
});

describe('a ladder as the operator is told of it', () => {
  it('has steps, what they sent, who took it and what comes next, and nobody’s name or number', async () => {
    const { id } = await caseOfToday();
    await village.pass('PT1M');
    await village.use(Acknowledge).execute(id, 'call', village.as(village.mette));
    const told = (await village.use(ShowLadder).execute(here(), id))!;
    expect(told.case).toMatchObject({ id, ladder: 'not-here', state: 'acknowledged', round: 1 });
    expect(told.steps[0]).toMatchObject({ state: 'taken', channel: expect.any(String) });
    expect(told.steps.flatMap(({ messages }) => messages)).not.toEqual([]);
    expect(told.steps.map(({ seq }) => seq)).toEqual(
      [...told.steps.map(({ seq }) => seq)].sort((a, b) => a - b),
    );
    expect(told.acknowledged).toMatchObject({ byStaffId: village.mette.id, action: 'call' });
    expect(told.history.map(({ what }) => what)).toContain('acknowledged');
    const text = JSON.stringify(told);
    const people = [village.jonas, village.mette, village.birgit, village.lars, village.company.contact];
    for (const { name, phone } of people)
      for (const secret of [...name.split(' '), phone!]) expect(text).not.toContain(secret);
    expect(text).not.toContain(village.jonas.id);
  });

  it('is of one municipality, or there is none', async () => {
    expect(await village.use(ShowLadder).execute(here(), SUBJECT)).toBeUndefined();
  });
});

describe('leaders who are told that work stood still', () => {
  const since = () => village.now.subtract({ minutes: 5 });
  const tell = (alarmId: string) =>
    village.use(TellLeaders).execute(here(), { alarmId, what: 'messages', since: since() });
  const told = () =>
    village.inside((unit) =>
      unit.messages.list({ template: 'work-stood-still' }, { order: [{ by: 'channel' }] }),
    );

  it('hear it once an incident, by SMS and by mail when they have one, whatever the hour', async () => {
    await village.inside((unit) => unit.staff.update({ ...village.birgit, email: 'birgit@kommune.example' }));
    await tell(SUBJECT);
    await tell(SUBJECT);
    expect((await told()).map(({ channel, staffId, urgent }) => [channel, staffId, urgent])).toEqual([
      ['email', village.birgit.id, true],
      ['sms', village.birgit.id, true],
    ]);
    await tell('0193c000-0000-7000-9000-0000000000ab');
    expect(await told()).toHaveLength(4);
  });

  it('are leaders who are here: no consultant, and nobody who has left', async () => {
    await village.inside((unit) => unit.staff.update({ ...village.birgit, active: false }));
    await tell(SUBJECT);
    expect(await told()).toEqual([]);
  });
});
