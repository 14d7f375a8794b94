import { describe, expect, test } from '@jest/globals';
import type { Actor, Citizen, Shift, SmallJob } from '#domain';
import {
  AnswerByLink,
  AnswerShiftByLink,
  ComeBack,
  ReadCalendarFeed,
  ShowAnswerPage,
  ShowShiftByLink,
  type ShiftAnswerInput,
} from '#use-cases';
import { shiftsOf } from './calendar.js';
import { Village } from './village.js';

const MAIL = 'jonas@borger.example';
/** The first shift is on Wednesday 4 November 2026, 8 to 12; the one after it on Friday. */
const FIVE_TO_EIGHT = '2026-11-04T06:55:00Z';

interface Scene {
  village: Village;
  shifts: Shift[];
  token: string;
  press: (input: ShiftAnswerInput) => Promise<boolean>;
  page: () => ReturnType<ShowShiftByLink['execute']>;
  first: () => Promise<Shift>;
  toAli: () => string[];
}

/** Jonas reads mail, and has the link to his first shift from the reminder. */
async function reminded(over: Partial<Citizen> = {}, smallJob: Partial<SmallJob> = {}): Promise<Scene> {
  const village = await Village.found({
    jonas: { preferredChannel: 'email', email: MAIL, ...over },
    smallJob,
  });
  const shifts = await village.atWork();
  await village.until(FIVE_TO_EIGHT);
  const links = village.texts(MAIL).flatMap((text) => /\/v\/([\w-]{22})/.exec(text)?.[1] ?? []);
  const token = links.at(-1)!;
  const before = village.texts(village.company.contact).length;
  return {
    village,
    shifts,
    token,
    press: async (input) => (await village.use(AnswerShiftByLink).execute(token, input)).changed,
    page: () => village.use(ShowShiftByLink).execute(token),
    first: async () => (await shiftsOf(village))[0]!,
    toAli: () => village.texts(village.company.contact).slice(before),
  };
}

const citizenActor = ({ municipality, jonas }: Village): Actor => ({
  role: 'citizen',
  municipalityId: municipality.id,
  citizenId: jonas.id,
  name: jonas.name,
  holder: 'session',
});

describe('the link to a shift', () => {
  test('comes with the agreement and with each reminder, a new one each time', async () => {
    const { village } = await reminded();
    const mails = village.texts(MAIL).filter((text) => text.includes('/v/'));
    expect(mails.map((text) => (text.includes('Du starter') ? 'agreement' : 'reminder'))).toEqual([
      'agreement',
      'reminder',
    ]);
    expect(new Set(mails.map((text) => /\/v\/([\w-]{22})/.exec(text)![1])).size).toBe(2);
  });

  test('says when and where, and has five buttons on the day', async () => {
    const { shift, firstName, expired } = await (await reminded()).page();
    expect({ firstName, expired }).toEqual({ firstName: 'Jonas', expired: false });
    expect(shift).toMatchObject({
      day: 'onsdag den 4. november',
      start: '8',
      end: '12',
      isToday: true,
      answers: ['here', 'on-the-way', 'later', 'cannot', 'call'],
      more: { title: 'Tomme kasser' },
    });
  });

  test('shows no place and no job on a phone that others read too', async () => {
    const { shift } = await (await reminded({ sharedPhone: true })).page();
    expect(shift.more).toBeNull();
    expect(JSON.stringify(shift)).not.toMatch(/Havnegade|Tomme kasser/);
  });

  test('there shows all to the citizen who has given a code, and to no other', async () => {
    const { village, token } = await reminded({ sharedPhone: true });
    const seenBy = async (citizenId: string) => {
      const visitor = { ...citizenActor(village), citizenId };
      return (await village.use(ShowShiftByLink).execute(token, { visitor })).shift.more;
    };
    expect(await seenBy(village.jonas.id)).toMatchObject({ title: 'Tomme kasser' });
    expect(await seenBy(village.mette.id)).toBeNull();
  });

  test('opens nothing else, and nothing else opens it', async () => {
    const { village, token } = await reminded();
    await expect(village.use(ShowAnswerPage).execute(token)).rejects.toMatchObject({
      code: 'link.not-found',
    });
    await expect(village.use(AnswerByLink).execute(token, { answer: 'yes' })).rejects.toMatchObject({
      code: 'link.not-found',
    });
    await expect(village.use(ReadCalendarFeed).execute(token)).rejects.toMatchObject({
      code: 'link.not-found',
    });
    const amira = village.citizen({
      name: 'Amira Prøvesen',
      phone: null,
      preferredChannel: 'email',
      email: 'a@b.example',
    });
    await village.moveIn(amira);
    await village.inside(async (unit) => {
      const job = (await unit.smallJobs.lock(village.smallJob.id))!;
      await unit.smallJobs.update({ ...job, positions: 2, status: 'open' });
    });
    await village.offered(amira);
    await village.pass('PT1M');
    const offer = /\/o\/([\w-]{22})/.exec(village.texts('a@b.example').join(' '))![1]!;
    await expect(village.use(ShowShiftByLink).execute(offer)).rejects.toMatchObject({
      code: 'link.not-found',
    });
  });

  test('is good until the day is over, and then says only whom to call', async () => {
    const { village, page, press } = await reminded();
    await village.until('2026-11-04T22:59:59Z');
    expect((await page()).expired).toBe(false);
    await village.until('2026-11-04T23:00:00Z');
    const { expired, shift } = await page();
    expect({ expired, more: shift.more }).toEqual({ expired: true, more: null });
    expect(await press({ answer: 'call' })).toBe(false);
    const tasks = await village.inside((unit) => unit.tasks.list({ kind: 'call-before-shift' }));
    expect(tasks).toEqual([]);
  });
});

describe('a button', () => {
  test('here: is there, and no SMS repeats what the page says', async () => {
    const { village, press, first } = await reminded();
    const before = village.to(MAIL).length;
    expect(await press({ answer: 'here' })).toBe(true);
    await village.pass('PT1M');
    expect((await first()).state).toBe('present');
    expect(village.to(MAIL)).toHaveLength(before);
    expect(await press({ answer: 'here' })).toBe(false);
  });

  test('late: the workplace hears when, once, and nobody is asked before', async () => {
    const { village, press, page, toAli } = await reminded();
    expect(await press({ answer: 'later', minutes: 60 })).toBe(true);
    expect(await press({ answer: 'later', minutes: 60 })).toBe(true);
    await village.until('2026-11-04T07:54:00Z');
    expect(toAli()).toEqual(['Jonas er på vej og er hos jer cirka kl. 8.55. Kh Mette 20123456']);
    expect((await page()).shift.said).toEqual({ answer: 'later', minutes: 60 });
    expect((await shiftsOf(village))[0]!.evidence).toHaveLength(1);
  });

  test('on the way in time: nobody has to hear of it', async () => {
    const { village, press, toAli } = await reminded({}, { startFlexibilityMinutes: 30 });
    await press({ answer: 'on-the-way', minutes: 30 });
    await village.until('2026-11-04T07:01:00Z');
    expect(toAli()).toEqual([]);
  });

  test('a hundred at once are one answer', async () => {
    const { village, press, toAli } = await reminded();
    const pressed = await Promise.all(
      Array.from({ length: 100 }, () => press({ answer: 'later', minutes: 30 })),
    );
    await village.pass('PT1M');
    expect(pressed.every(Boolean)).toBe(true);
    expect(toAli()).toHaveLength(1);
    expect((await shiftsOf(village))[0]!.evidence).toHaveLength(1);
  });

  test('cannot today: the company hears that, never why, and only of today', async () => {
    const { village, press, toAli } = await reminded();
    await press({ answer: 'cannot', span: 'today' });
    await village.pass('PT1M');
    expect((await shiftsOf(village)).slice(0, 2).map(({ state }) => state)).toEqual([
      'absent-reported',
      'planned',
    ]);
    expect(toAli()).toEqual([
      'Jonas kommer ikke onsdag den 4. november. Ring gerne, hvis der er noget. Kh Mette 20123456',
    ]);
  });

  test('cannot, and on the way after all: the shift is on again, and the workplace hears both', async () => {
    const { village, press, page, toAli } = await reminded();
    await press({ answer: 'cannot' });
    expect((await page()).shift.answers).toEqual(['here', 'on-the-way', 'later', 'call']);
    expect(await press({ answer: 'on-the-way', minutes: 30 })).toBe(true);
    await village.pass('PT1M');
    const [first] = await shiftsOf(village);
    expect(first).toMatchObject({ state: 'planned', absence: null, revision: 2 });
    expect(toAli().at(-1)).toBe('Jonas er på vej og er hos jer cirka kl. 8.25. Kh Mette 20123456');
    // And if nobody is seen after all, the ladder climbs as always.
    await village.until('2026-11-04T08:00:00Z');
    expect((await shiftsOf(village))[0]!.state).toBe('unconfirmed');
  });

  test('the same by SMS: KAN IKKE, and PÅ VEJ after all', async () => {
    const village = await Village.found();
    await village.atWork();
    await village.until(FIVE_TO_EIGHT);
    await village.sms(village.jonas.phone, 'KAN IKKE');
    expect((await shiftsOf(village))[0]!.state).toBe('absent-reported');
    await village.sms(village.jonas.phone, 'PÅ VEJ');
    expect((await shiftsOf(village))[0]).toMatchObject({ state: 'planned', absence: null });
    await village.pass('PT1M');
    expect(village.texts(village.jonas).at(-1)).toContain('Godt, at du kommer. Vi giver besked.');
  });

  test('cannot the rest of the week: until Sunday, one word to the company, and the contact calls', async () => {
    const { village, press, page, toAli } = await reminded();
    await press({ answer: 'cannot', span: 'week' });
    await village.pass('PT1M');
    const shifts = await shiftsOf(village);
    expect(shifts.slice(0, 3).map(({ date, state }) => [date, state])).toEqual([
      ['2026-11-04', 'absent-reported'],
      ['2026-11-06', 'absent-reported'],
      ['2026-11-09', 'planned'],
    ]);
    expect(toAli()).toEqual([
      'Jonas kommer ikke resten af ugen. Ring gerne, hvis der er noget. Kh Mette 20123456',
    ]);
    expect((await page()).shift.calls).toBe('');
    const [task] = await village.inside((unit) => unit.tasks.list({ kind: 'call-citizen' }));
    expect(task).toMatchObject({ citizenId: village.jonas.id, staffId: village.mette.id });
  });

  test('nobody knows how long: reminders and ladders pause until the contact says when', async () => {
    const { village, press } = await reminded();
    await press({ answer: 'cannot', span: 'unknown' });
    const mails = village.to(MAIL).length;
    await village.until('2026-11-12T12:00:00Z');
    expect(village.to(MAIL)).toHaveLength(mails);
    expect(await village.inside((unit) => unit.escalations.count({}))).toBe(0);
    const mette = village.as(village.mette);
    const back = await village.use(ComeBack).execute(village.jonas.id, '2026-11-16', mette);
    expect(back[0]).toMatchObject({ date: '2026-11-16', state: 'planned', absence: null });
    const still = await shiftsOf(village, { state: 'absent-reported' });
    expect(still.map(({ date }) => date)).toEqual([
      '2026-11-04',
      '2026-11-06',
      '2026-11-09',
      '2026-11-11',
      '2026-11-13',
    ]);
    await village.until('2026-11-15T17:00:00Z');
    expect(village.texts(MAIL).at(-1)).toContain('Vi ses i morgen, mandag kl. 8');
    expect(await village.use(ComeBack).execute(village.jonas.id, '2026-11-16', mette)).toEqual([]);
  });

  test.each(['week', 'unknown'] as const)(
    'cannot for longer (%s) takes the code on a phone that others read too; today does not',
    async (span) => {
      const { village, token, press, first } = await reminded({ sharedPhone: true });
      expect(await press({ answer: 'cannot', span })).toBe(false);
      expect((await shiftsOf(village)).every(({ state }) => state === 'planned')).toBe(true);
      expect(await press({ answer: 'cannot', span: 'today' })).toBe(true);
      expect(await press({ answer: 'on-the-way', minutes: 30 })).toBe(true);
      expect(await first()).toMatchObject({ state: 'planned', absence: null });
      const asJonas = village
        .use(AnswerShiftByLink)
        .execute(token, { answer: 'cannot', span }, citizenActor(village));
      expect(await asJonas).toEqual({ changed: true });
      expect((await shiftsOf(village)).slice(0, 2).map(({ state }) => state)).toEqual([
        'absent-reported',
        'absent-reported',
      ]);
    },
  );

  test('call me: one task however often, and the page says when', async () => {
    const { village, press, page } = await reminded();
    for (let times = 0; times < 3; times += 1) expect(await press({ answer: 'call' })).toBe(true);
    expect(await village.inside((unit) => unit.tasks.count({ kind: 'call-before-shift' }))).toBe(1);
    expect((await page()).shift.calls).not.toBeNull();
  });

  test('that makes no sense any more changes nothing', async () => {
    const { village, press, shifts } = await reminded();
    await village.inside(async (unit) => {
      const shift = (await unit.shifts.lock(shifts[0]!.id))!;
      await unit.shifts.update({ ...shift, state: 'cancelled', cancelReason: 'Lukket' });
    });
    for (const answer of ['here', 'on-the-way', 'later', 'cannot', 'call'] as const) {
      expect(await press({ answer })).toBe(false);
    }
  });
});
