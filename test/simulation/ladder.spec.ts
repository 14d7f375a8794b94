import { describe, expect, it } from '@jest/globals';
import { Temporal, type Escalation, type Shift } from '#domain';
import {
  Acknowledge,
  ChangeLadder,
  CheckIn,
  LadderRecords,
  MoveShift,
  ReceiveReceipt,
  ReportAbsence,
  ResolveEscalation,
  SayNotHere,
  Snooze,
} from '#use-cases';
import { Village } from './village.js';

/** The first shift: Wednesday 4 November 2026 at 8 in Copenhagen. */
const START = '2026-11-04T07:00:00Z';

async function morning(
  over: Parameters<typeof Village.found>[0] = {},
): Promise<{ village: Village; shift: Shift }> {
  const village = await Village.found(over);
  const [shift] = await village.atWork();
  await village.until(START);
  village.gateway.sent.length = 0;
  return { village, shift: shift! };
}

const shiftNow = (village: Village, { id }: Shift) =>
  village.inside(async (unit) => (await unit.shifts.find(id))!);
const caseNow = (village: Village, { id }: Shift): Promise<Escalation | undefined> =>
  village.inside((unit) => unit.escalations.first({ shiftId: id }));
const tasksNow = (village: Village) =>
  village.inside((unit) => unit.tasks.list({ doneAt: { isNull: true } }));

describe('silence', () => {
  it('is nothing before start plus fifteen minutes', async () => {
    const { village, shift } = await morning();
    await village.pass('PT14M59S');
    expect((await shiftNow(village, shift)).state).toBe('planned');
    expect(village.gateway.sent).toEqual([]);
  });

  it('makes a shift unconfirmed, never missed, and asks the citizen kindly', async () => {
    const { village, shift } = await morning();
    await village.pass('PT15M');
    expect((await shiftNow(village, shift)).state).toBe('unconfirmed');
    expect(village.texts(village.jonas)).toEqual([
      expect.stringMatching(
        /^Hej Jonas\. Er alt okay\? Kom bare, selv om det bliver sent\..*Mette 20123456$/,
      ),
    ]);
    expect(village.texts(village.company.contact)).toEqual([]);
  });

  it('asks the workplace once after ten minutes more, and gives the contact a task after twenty', async () => {
    const { village } = await morning();
    await village.pass('PT25M');
    expect(village.texts(village.company.contact)).toEqual([
      expect.stringContaining('Er Jonas kommet i dag? Svar JA eller NEJ'),
    ]);
    expect(await tasksNow(village)).toEqual([]);
    await village.pass('PT10M');
    expect(await tasksNow(village)).toEqual([
      expect.objectContaining({ kind: 'unknown-attendance', staffId: village.mette.id }),
    ]);
    expect(village.texts(village.company.contact)).toHaveLength(1);
  });

  it('ends on a list that a person sees, and the case stays open', async () => {
    const { village, shift } = await morning();
    await village.pass('PT2H');
    expect((await tasksNow(village)).map(({ kind }) => kind)).toContain('nobody-took-it');
    expect((await caseNow(village, shift))?.state).toBe('open');
    expect((await shiftNow(village, shift)).state).toBe('unconfirmed');
  });

  it('means nothing before ten, when the agreement says that ten is fine too', async () => {
    const { village, shift } = await morning({ smallJob: { startFlexibilityMinutes: 120 } });
    await village.pass('PT1H59M');
    expect((await shiftNow(village, shift)).state).toBe('planned');
    await village.pass('PT1M');
    expect((await shiftNow(village, shift)).state).toBe('unconfirmed');
  });

  it('climbs the ladder for the first six shifts only; later ones reach the end-of-day list', async () => {
    const village = await Village.found();
    const shifts = await village.atWork();
    const [sixth, seventh] = [shifts[5]!, shifts[6]!];
    await village.until(sixth.endsAt);
    expect(await caseNow(village, sixth)).toBeDefined();
    village.gateway.sent.length = 0;
    await village.until(seventh.startsAt.add({ hours: 3 }));
    expect((await shiftNow(village, seventh)).state).toBe('unconfirmed');
    expect(await caseNow(village, seventh)).toBeUndefined();
    expect(village.texts(village.jonas).filter((text) => text.includes('Er alt okay'))).toEqual([]);
    await village.until(seventh.startsAt.add({ hours: 10 }));
    expect((await tasksNow(village)).filter(({ shiftId }) => shiftId === seventh.id)).toEqual([
      expect.objectContaining({ kind: 'unconfirmed-list' }),
    ]);
  });

  it('climbs always for a citizen who chose close contact', async () => {
    const village = await Village.found({ jonas: { contactLevel: 'close' } });
    const seventh = (await village.atWork())[6]!;
    await village.until(seventh.startsAt.add({ minutes: 20 }));
    expect(await caseNow(village, seventh)).toBeDefined();
  });

  it('is no matter when the shift before it at the same place had a person in it', async () => {
    const village = await Village.found();
    const slots = [
      { weekday: 3 as const, start: '08:00', end: '10:00', breakMinutes: 0 },
      { weekday: 3 as const, start: '10:00', end: '12:00', breakMinutes: 0 },
    ];
    const [first, second] = await village.atWork('2026-11-04', slots);
    await village.until(START);
    await village.use(CheckIn).execute(first!.id, undefined, village.employer);
    await village.pass('PT3H');
    expect((await shiftNow(village, second!)).state).toBe('present');
    expect(await caseNow(village, second!)).toBeUndefined();
  });
});

describe('somebody says something', () => {
  it('HER before the grace is over is present, and nothing ever starts', async () => {
    const { village, shift } = await morning();
    await village.pass('PT5M');
    expect(await village.sms(village.jonas.phone, 'Her!')).toBe('understood');
    await village.pass('PT3H');
    expect((await shiftNow(village, shift)).state).toBe('present');
    expect(await caseNow(village, shift)).toBeUndefined();
  });

  it('two hours late closes the case as a good outcome, and the workplace that was asked hears it', async () => {
    const { village, shift } = await morning();
    await village.pass('PT2H');
    await village.sms(village.jonas.phone, 'her');
    await village.pass('PT1M');
    expect((await shiftNow(village, shift)).state).toBe('late');
    expect(await caseNow(village, shift)).toMatchObject({ state: 'closed', outcome: 'arrived-late' });
    expect(village.texts(village.company.contact).at(-1)).toMatch(/Jonas/);
    const before = village.gateway.sent.length;
    await village.pass('PT5H');
    expect(village.gateway.sent.slice(before)).toEqual([]);
  });

  it('PÅ VEJ is not arrival: it moves the next step by the travel time', async () => {
    const { village, shift } = await morning();
    await village.pass('PT16M');
    await village.sms(village.jonas.phone, 'på vej 40');
    await village.pass('PT39M');
    // "Vi giver besked": the workplace is told, and not asked.
    const told = 'Jonas er på vej og er hos jer cirka kl. 9. Kh Mette 20123456';
    expect(village.texts(village.company.contact)).toEqual([told]);
    expect((await shiftNow(village, shift)).state).toBe('unconfirmed');
    await village.pass('PT2M');
    expect(village.texts(village.company.contact)).toEqual([
      told,
      expect.stringContaining('Er Jonas kommet'),
    ]);
  });

  it('FORSINKET before the shift begins moves the moment when anybody wonders', async () => {
    const { village, shift } = await morning();
    await village.sms(village.jonas.phone, 'forsinket 60');
    await village.pass('PT59M');
    expect((await shiftNow(village, shift)).state).toBe('planned');
    await village.pass('PT2M');
    expect((await shiftNow(village, shift)).state).toBe('unconfirmed');
  });

  it('KAN IKKE ends it without a word about why to the company', async () => {
    const { village, shift } = await morning();
    await village.pass('PT16M');
    await village.sms(village.jonas.phone, 'SYG');
    await village.pass('PT3H');
    expect(await shiftNow(village, shift)).toMatchObject({
      state: 'absent-reported',
      absence: { by: 'citizen' },
    });
    expect(await caseNow(village, shift)).toMatchObject({ state: 'closed', outcome: 'not-able-today' });
    const toCompany = village.texts(village.company.contact).join(' ');
    expect(toCompany).toMatch(/Jonas/);
    expect(toCompany).not.toMatch(/syg/i);
  });

  it('RING outside the contact hours is answered truthfully, and somebody calls before the shift', async () => {
    const village = await Village.found();
    const [shift] = await village.atWork();
    await village.until('2026-11-03T18:00:00Z');
    village.gateway.sent.length = 0;
    await village.sms(village.jonas.phone, 'ring');
    await village.pass('PT1M');
    expect(village.texts(village.jonas).at(-1)).toMatch(/onsdag den 4\. november kl\. 7\.15/);
    const task = (await tasksNow(village)).find(({ kind }) => kind === 'call-before-shift')!;
    expect(Temporal.Instant.compare(task.dueAt, shift!.startsAt)).toBeLessThan(0);
  });

  it('the workplace says JA: present, and the case is closed', async () => {
    const { village, shift } = await morning();
    await village.pass('PT26M');
    expect(await village.sms(village.company.contact.phone, 'ja')).toBe('understood');
    expect(['present', 'late']).toContain((await shiftNow(village, shift)).state);
    expect((await caseNow(village, shift))?.state).toBe('closed');
  });

  it('the workplace says NEJ: missed, one case goes over to the other ladder, the contact hears at once', async () => {
    const { village, shift } = await morning();
    await village.pass('PT26M');
    const before = await caseNow(village, shift);
    await village.sms(village.company.contact.phone, 'NEJ');
    await village.pass('PT5S');
    expect((await shiftNow(village, shift)).state).toBe('missed');
    expect(await caseNow(village, shift)).toMatchObject({
      id: before!.id,
      ladder: 'not-here',
      state: 'open',
    });
    expect(village.texts(village.mette)).toEqual([expect.stringContaining('Jonas')]);
    expect(village.texts(village.jonas)).toHaveLength(2);
  });

  it('two people at one company are one question, and one NEJ is enough for both', async () => {
    const village = await Village.found({ smallJob: { positions: 2 } });
    const amira = village.citizen({ name: 'Amira Prøvesen', phone: '+4522220002' });
    await village.moveIn(amira);
    const [one] = await village.atWork();
    const [two] = await village.atWork('2026-11-04', village.smallJob.weeklyShifts, amira);
    await village.until(START);
    village.gateway.sent.length = 0;
    await village.pass('PT40M');
    const asked = village.texts(village.company.contact);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/Jonas/);
    expect(asked[0]).toMatch(/Amira/);
    await village.sms(village.company.contact.phone, 'nej');
    expect((await shiftNow(village, one!)).state).toBe('missed');
    expect((await shiftNow(village, two!)).state).toBe('missed');
  });
});

describe('not here', () => {
  async function notHere(over: Parameters<typeof Village.found>[0] = {}) {
    const { village, shift } = await morning(over);
    await village.pass('PT5M');
    await village.use(SayNotHere).execute(shift.id, village.employer);
    return { village, shift, id: (await caseNow(village, shift))!.id };
  }

  it('goes contact at once, deputy after ten, the employer hears after twenty, the leader after thirty', async () => {
    const { village } = await notHere();
    await village.pass('PT1S');
    expect([
      village.texts(village.mette).length,
      village.texts(village.lars).length,
      village.texts(village.birgit).length,
    ]).toEqual([1, 0, 0]);
    await village.pass('PT10M');
    expect(village.texts(village.lars)).toHaveLength(1);
    await village.pass('PT10M');
    expect(village.texts(village.company.contact)).toHaveLength(1);
    expect(village.texts(village.birgit)).toEqual([]);
    await village.pass('PT10M');
    expect(village.texts(village.birgit)).toHaveLength(1);
    await village.pass('PT15M');
    expect((await tasksNow(village)).map(({ kind }) => kind)).toContain('nobody-took-it');
  });

  it('cannot be said before the shift begins', async () => {
    const village = await Village.found();
    const [shift] = await village.atWork();
    await expect(village.use(SayNotHere).execute(shift!.id, village.employer)).rejects.toMatchObject({
      code: 'shift.not-begun',
    });
  });

  it('said when the shift is over is a talk for the contact, and nobody is alarmed', async () => {
    const { village, shift } = await morning();
    await village.pass('PT6H');
    village.gateway.sent.length = 0;
    await village.use(SayNotHere).execute(shift.id, village.employer);
    await village.pass('PT2H');
    expect((await shiftNow(village, shift)).state).toBe('missed');
    expect((await tasksNow(village)).map(({ kind }) => kind)).toContain('call-citizen');
    expect(village.gateway.sent).toEqual([]);
  });

  it('said twice is one case', async () => {
    const { village, shift, id } = await notHere();
    await village.use(SayNotHere).execute(shift.id, village.employer);
    await village.pass('PT1M');
    expect(await village.inside((unit) => unit.escalations.count({}))).toBe(1);
    expect((await caseNow(village, shift))!.id).toBe(id);
    expect(village.texts(village.mette)).toHaveLength(1);
  });

  it('stops when somebody takes it, and the employer hears one calm sentence', async () => {
    const { village, id } = await notHere();
    await village.pass('PT2M');
    await village.use(Acknowledge).execute(id, 'call', village.as(village.mette));
    await village.pass('PT29M');
    expect(village.texts(village.lars)).toEqual([]);
    expect(village.texts(village.birgit)).toEqual([]);
    expect(village.texts(village.company.contact)).toEqual([
      expect.stringMatching(/Mette taler med Jonas nu\./),
    ]);
  });

  it('asks only who took it after half an hour; no answer in five minutes and the ladder goes on', async () => {
    const { village, shift, id } = await notHere();
    await village.pass('PT2M');
    await village.use(Acknowledge).execute(id, 'call', village.as(village.mette));
    await village.pass('PT31M');
    expect(village.texts(village.mette).at(-1)).toMatch(/stadig i gang/i);
    expect(village.texts(village.lars)).toEqual([]);
    await village.pass('PT5M');
    expect((await caseNow(village, shift))!.state).toBe('open');
    expect(village.texts(village.lars)).toHaveLength(1);
  });

  it('JA to "stadig i gang" holds it for as long again, and then asks again', async () => {
    const { village, shift, id } = await notHere();
    await village.pass('PT1S');
    await village.use(Acknowledge).execute(id, 'call', village.as(village.mette));
    await village.pass('PT31M');
    expect(await village.sms(village.mette.phone, 'ja')).toBe('understood');
    await village.pass('PT29M');
    expect((await caseNow(village, shift))!.state).toBe('acknowledged');
    await village.pass('PT2M');
    expect(village.texts(village.mette).filter((text) => /stadig i gang/i.test(text))).toHaveLength(2);
    expect(village.texts(village.lars)).toEqual([]);
  });

  it('NEJ to "stadig i gang" gives it back: the ladder goes on in the same second, and once', async () => {
    const { village, shift, id } = await notHere();
    await village.pass('PT2M');
    await village.use(Acknowledge).execute(id, 'call', village.as(village.mette));
    await village.pass('PT31M');
    expect(village.texts(village.lars)).toEqual([]);
    const asked = village.now;
    expect(await village.sms(village.mette.phone, 'nej')).toBe('understood');
    await village.until(asked.add({ seconds: 1 }));
    expect(await caseNow(village, shift)).toMatchObject({ state: 'open', acknowledged: null });
    expect(village.texts(village.lars)).toEqual([expect.stringMatching(/Jonas/)]);
    // The five minutes of the question are over with the answer: nothing goes on a second time.
    await village.until(asked.add({ minutes: 6 }));
    expect(village.texts(village.lars)).toHaveLength(1);
    expect(village.texts(village.mette).filter((text) => /stadig i gang/i.test(text))).toHaveLength(1);
  });

  it('NEJ from whom a colleague has taken it over changes nothing', async () => {
    const { village, shift, id } = await notHere();
    await village.pass('PT2M');
    await village.use(Acknowledge).execute(id, 'call', village.as(village.mette));
    await village.pass('PT31M');
    await village.use(Acknowledge).execute(id, 'drive', village.as(village.lars), { takeOver: true });
    await village.sms(village.mette.phone, 'nej');
    await village.pass('PT1M');
    const taken = { state: 'acknowledged', acknowledged: { byStaffId: village.lars.id } };
    expect(await caseNow(village, shift)).toMatchObject(taken);
  });

  it('*Jeg kører* holds for two hours', async () => {
    const { village, shift, id } = await notHere();
    await village.use(Acknowledge).execute(id, 'drive', village.as(village.lars));
    await village.pass('PT1H59M');
    expect((await caseNow(village, shift))!.acknowledged?.askedAt).toBeNull();
    await village.pass('PT2M');
    expect((await caseNow(village, shift))!.acknowledged?.askedAt).not.toBeNull();
  });

  it('snooze holds everything until its time and then goes on where it stood', async () => {
    const { village, shift, id } = await notHere();
    await village.pass('PT2M');
    await village.use(Snooze).execute(id, village.now.add('PT30M'), village.as(village.mette));
    await village.pass('PT29M');
    expect(village.texts(village.lars)).toEqual([]);
    await village.pass('PT2M');
    expect((await caseNow(village, shift))!.state).toBe('open');
    expect(village.texts(village.lars)).toHaveLength(1);
    expect(village.texts(village.birgit)).toEqual([]);
  });

  it.each(['PT0S', '-PT1M', 'PT25H'])('refuses a snooze of %s', async (length) => {
    const { village, id } = await notHere();
    await expect(
      village.use(Snooze).execute(id, village.now.add(length), village.as(village.mette)),
    ).rejects.toMatchObject({ code: 'escalation.snooze-invalid' });
  });

  it.each([
    ['no-contact', 'missed'],
    ['was-there', 'present'],
    ['arrived-late', 'late'],
    ['not-able-today', 'absent-reported'],
    ['plan-wrong', 'cancelled'],
  ] as const)('closed as %s leaves the shift %s', async (outcome, state) => {
    const { village, shift, id } = await notHere();
    await village.use(ResolveEscalation).execute(id, { outcome }, village.as(village.mette));
    expect((await shiftNow(village, shift)).state).toBe(state);
    const sent = village.gateway.sent.length;
    await village.pass('PT3H');
    expect(village.gateway.sent).toHaveLength(sent);
  });

  it('is closed once', async () => {
    const { village, id } = await notHere();
    await village.use(ResolveEscalation).execute(id, { outcome: 'other' }, village.as(village.mette));
    await expect(
      village.use(ResolveEscalation).execute(id, { outcome: 'other' }, village.as(village.mette)),
    ).rejects.toMatchObject({ code: 'escalation.closed' });
    await expect(
      village.use(Acknowledge).execute(id, 'call', village.as(village.mette)),
    ).rejects.toMatchObject({ code: 'escalation.closed' });
  });

  it('is no matter for an employer to take', async () => {
    const { village, id } = await notHere();
    await expect(village.use(Acknowledge).execute(id, 'call', village.employer)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});

describe('when messages do not arrive', () => {
  it('an undelivered SMS skips the wait and says so', async () => {
    const { village, shift } = await morning();
    await village.pass('PT15M');
    const [message] = village.to(village.jonas);
    await village
      .use(ReceiveReceipt)
      .execute({ messageId: message!.id, state: 'failed', at: village.now, reason: 'unknown-subscriber' });
    await village.pass('PT1S');
    expect(village.texts(village.company.contact)).toHaveLength(1);
    const history = await village.inside(async (unit) =>
      unit.escalationEntries.list({
        escalationId: (await unit.escalations.first({ shiftId: shift.id }))!.id,
      }),
    );
    expect(history.map(({ what }) => what)).toContain('not-delivered');
  });

  it('with the gateway down every step becomes a task for a person', async () => {
    const { village } = await morning();
    village.gateway.down();
    await village.pass('PT20M');
    const tasks = await tasksNow(village);
    expect(tasks.filter(({ kind }) => kind === 'step-by-hand').length).toBeGreaterThanOrEqual(2);
    expect(tasks.map(({ kind }) => kind)).toContain('unknown-attendance');
    expect(village.gateway.sent).toEqual([]);
  });

  it('a citizen who is called and not written to becomes a task, and the workplace is asked at once', async () => {
    const { village } = await morning({ jonas: { preferredChannel: 'call' } });
    await village.pass('PT15M1S');
    expect(village.to(village.jonas)).toEqual([]);
    expect((await tasksNow(village)).map(({ kind }) => kind)).toContain('step-by-hand');
    expect(village.texts(village.company.contact)).toHaveLength(1);
  });

  it('a shared phone hears only whom to call', async () => {
    const { village } = await morning({ jonas: { sharedPhone: true } });
    await village.pass('PT15M');
    expect(village.texts(village.jonas)).toEqual([expect.stringMatching(/^Ring til Mette 20123456/)]);
  });
});

describe('the plan changes', () => {
  it('a moved shift closes its case and has its own ladder at the new time', async () => {
    const { village, shift } = await morning();
    await village.pass('PT20M');
    await village
      .use(MoveShift)
      .execute(shift.id, { date: '2026-11-05', start: '10:00', end: '12:00' }, village.as(village.mette));
    expect(await caseNow(village, shift)).toMatchObject({ state: 'closed', outcome: 'plan-wrong' });
    await village.until('2026-11-05T09:14:00Z');
    expect((await shiftNow(village, shift)).state).toBe('planned');
    await village.until('2026-11-05T09:15:00Z');
    expect((await shiftNow(village, shift)).state).toBe('unconfirmed');
  });

  it('absence told beforehand means that nobody is asked anything', async () => {
    const { village, shift } = await morning();
    await village
      .use(ReportAbsence)
      .execute(shift.id, { cause: 'sick', by: 'contact' }, village.as(village.mette));
    village.gateway.sent.length = 0;
    await village.pass('PT3H');
    expect(await caseNow(village, shift)).toBeUndefined();
    expect(village.texts(village.jonas)).toEqual([]);
  });

  it('an edited ladder never disturbs a case that runs', async () => {
    const { village, shift } = await morning();
    await village.pass('PT15M');
    const ladder = await village.use(LadderRecords).show('not-seen', village.as(village.birgit));
    await village
      .use(ChangeLadder)
      .execute('not-seen', { ...ladder, steps: ladder.steps.slice(-1) }, village.as(village.birgit));
    await village.pass('PT10M');
    expect(village.texts(village.company.contact)).toHaveLength(1);
    expect((await caseNow(village, shift))!.snapshot.steps).toHaveLength(ladder.steps.length);
  });
});
