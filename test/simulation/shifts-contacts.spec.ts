import { describe, expect, it } from '@jest/globals';
import { CoverContact, EndAgreement, HandOverContact, SmallJobRecords } from '#use-cases';
import { agreed, agreementOf, everybodyComes } from './calendar.js';
import { Village } from './village.js';

const LARS = /Lars 20000002/;
const METTE = /Mette 20123456/;
const contactsOf = (village: Village) =>
  village.use(SmallJobRecords).contacts(village.smallJob.id, village.as(village.mette));
const reminders = (village: Village) =>
  village.texts(village.jonas).filter((text) => text.includes('Vi ses'));
const handOver = (village: Village, toId: string) =>
  village
    .use(HandOverContact)
    .execute(village.smallJob.id, { toId, reason: 'leave', note: 'Barsel' }, village.as(village.mette));

async function working(): Promise<Village> {
  const village = await Village.found();
  await village.atWork();
  await village.pass('PT1M');
  village.gateway.sent.length = 0;
  return village;
}

describe('one person from the agreement on', () => {
  it('is the citizen’s broker: a handover with that reason, and one name to both sides', async () => {
    const village = await Village.found();
    await village.inside((unit) => unit.citizens.update({ ...village.jonas, brokerId: village.lars.id }));
    await village.pass('PT1M');
    await village.atWork();
    await village.pass('PT1M');
    const { fixedContact, assignments } = await contactsOf(village);
    expect(fixedContact?.id).toBe(village.lars.id);
    expect(assignments.map(({ staffId, reason, endedAt }) => [staffId, reason, endedAt === null])).toEqual([
      [village.mette.id, 'first', false],
      [village.lars.id, 'broker-takes-over', true],
    ]);
    expect(village.texts(village.jonas).at(-1)).toMatch(LARS);
    expect(village.texts(village.company.contact).at(-1)).toMatch(LARS);
    await village.until('2026-11-03T16:00:00Z');
    expect(reminders(village).at(-1)).toMatch(LARS);
  });

  it('stays when the broker is the fixed contact already', async () => {
    const village = await working();
    expect((await contactsOf(village)).assignments).toHaveLength(1);
  });

  it.each([
    ['is not at work any more', { active: false }],
    ['has no number that both could call', { phone: null }],
  ])('stays when the broker %s', async (_what, over) => {
    const village = await Village.found();
    await village.inside(async (unit) => {
      await unit.staff.update({ ...village.lars, ...over });
      await unit.citizens.update({ ...village.jonas, brokerId: village.lars.id });
    });
    await village.atWork();
    expect((await contactsOf(village)).fixedContact?.id).toBe(village.mette.id);
  });

  it('stays for those who work there when somebody else’s broker comes', async () => {
    const village = await Village.found({ smallJob: { positions: 2 } });
    await village.atWork();
    const amira = village.citizen({
      name: 'Amira Prøvesen',
      phone: '+4522220002',
      brokerId: village.lars.id,
    });
    await village.moveIn(amira);
    await village.atWork('2026-11-04', village.smallJob.weeklyShifts, amira);
    expect((await contactsOf(village)).fixedContact?.id).toBe(village.mette.id);
  });

  it('comes along on the first day when that is agreed', async () => {
    const village = await Village.found();
    await agreed(village, { firstDay: { meet: 'stop', where: 'Vejle Station', at: '07:30' } });
    const tasks = await village.inside((unit) => unit.tasks.list({ kind: 'first-day' }));
    expect(tasks).toEqual([
      expect.objectContaining({
        staffId: village.mette.id,
        note: 'Mød ved stoppestedet: Vejle Station kl. 7.30',
      }),
    ]);
    expect(tasks[0]!.dueAt.toString()).toBe('2026-11-04T06:30:00Z');
  });
});

describe('a handover', () => {
  it('tells both sides once, and stays in the history with its reason', async () => {
    const village = await working();
    await handOver(village, village.lars.id);
    await village.pass('PT1M');
    for (const side of [village.jonas, village.company.contact]) {
      expect(village.texts(side)).toEqual([expect.stringMatching(/Fra nu af er Lars .* i stedet for Mette/)]);
      expect(village.texts(side)[0]).toMatch(LARS);
    }
    const { assignments } = await contactsOf(village);
    expect(assignments.map(({ reason, note }) => [reason, note])).toEqual([
      ['first', null],
      ['leave', 'Barsel'],
    ]);
  });

  it('gives the new name to the reminder, to the ladder and to its tasks', async () => {
    const village = await working();
    await handOver(village, village.lars.id);
    await village.until('2026-11-03T16:00:00Z');
    expect(reminders(village)).toEqual([expect.stringMatching(LARS)]);
    await village.until('2026-11-04T07:35:00Z');
    expect(village.texts(village.jonas).at(-1)).toMatch(/Er alt okay\?.*Lars 20000002/);
    expect(village.texts(village.company.contact).at(-1)).toMatch(LARS);
    const [task] = await village.inside((unit) => unit.tasks.list({ kind: 'unknown-attendance' }));
    expect(task!.staffId).toBe(village.lars.id);
    expect(
      village.gateway.sent
        .slice(2)
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(METTE);
  });

  it('to the same person is none', async () => {
    const village = await working();
    await expect(handOver(village, village.mette.id)).rejects.toMatchObject({ code: 'contact.same-person' });
    await village.pass('PT1M');
    expect(village.gateway.sent).toEqual([]);
  });

  it('to somebody who is not there any more is refused', async () => {
    const village = await working();
    await village.inside((unit) => unit.staff.update({ ...village.lars, active: false }));
    await expect(handOver(village, village.lars.id)).rejects.toMatchObject({ code: 'staff.not-found' });
  });

  it('is not told to a citizen whose work there has ended', async () => {
    const village = await working();
    const { id } = await agreementOf(village);
    await village.use(EndAgreement).execute(id, { reason: 'task-ended' }, village.as(village.mette));
    await handOver(village, village.lars.id);
    await village.pass('PT1M');
    expect(village.texts(village.jonas)).toEqual([]);
    expect(village.texts(village.company.contact)).toHaveLength(1);
  });

  it('is told by the contact to a citizen who does not read messages', async () => {
    const village = await Village.found({ jonas: { preferredChannel: 'call' } });
    await village.atWork();
    await handOver(village, village.lars.id);
    const tasks = await village.inside((unit) => unit.tasks.list({ kind: 'tell-citizen' }));
    expect(tasks.at(-1)).toMatchObject({ staffId: village.lars.id, note: 'Ny kontaktperson: Lars Lund' });
  });
});

describe('a cover for some days', () => {
  const days = { from: '2026-11-10', to: '2026-11-12' };
  const cover = (village: Village, over: Partial<typeof days> & { byId?: string } = {}) =>
    village
      .use(CoverContact)
      .execute(village.smallJob.id, { byId: village.lars.id, ...days, ...over }, village.as(village.mette));

  it('tells both sides from when until when, and who comes back', async () => {
    const village = await working();
    await cover(village);
    await village.pass('PT1M');
    for (const side of [village.jonas, village.company.contact]) {
      expect(village.texts(side)).toEqual([
        expect.stringMatching(
          /Lars er .* kontakt fra tirsdag den 10\. november til torsdag den 12\. november/,
        ),
      ]);
    }
  });

  it('has the name of who answers in the messages of these days, and of these days only', async () => {
    const village = await working();
    await cover(village);
    await everybodyComes(village, '2026-11-13T18:00:00Z');
    const named = village
      .to(village.jonas)
      .filter(({ text }) => text.includes('Vi ses'))
      .map(({ at, text }) => [
        at.toString().slice(5, 10),
        LARS.test(text) ? 'Lars' : METTE.test(text) ? 'Mette' : '?',
      ]);
    expect(named).toEqual([
      ['11-03', 'Mette'],
      ['11-05', 'Mette'],
      ['11-08', 'Mette'],
      ['11-10', 'Lars'],
      ['11-12', 'Lars'],
    ]);
    expect((await contactsOf(village)).fixedContact?.id).toBe(village.mette.id);
    expect((await contactsOf(village)).assignments).toHaveLength(1);
  });

  it.each([
    ['that ends before it begins', { from: '2026-11-12', to: '2026-11-10' }, 'contact.cover-invalid'],
    ['by somebody who is not there', { byId: 'nobody' }, 'staff.not-found'],
  ])('%s is refused', async (_what, over, code) => {
    const village = await working();
    await expect(cover(village, over)).rejects.toMatchObject({ code });
  });

  it('by the fixed contact, or on a day that is covered, is refused', async () => {
    const village = await working();
    await expect(cover(village, { byId: village.mette.id })).rejects.toMatchObject({
      code: 'contact.same-person',
    });
    await cover(village);
    await expect(
      cover(village, { byId: village.birgit.id, from: '2026-11-12', to: '2026-11-13' }),
    ).rejects.toMatchObject({
      code: 'contact.cover-overlaps',
    });
    await cover(village, { byId: village.birgit.id, from: '2026-11-13', to: '2026-11-13' });
  });
});
