import { describe, expect, it } from '@jest/globals';
import { instantOf } from '#domain';
import { BeBusy, SayNotHere, ShowDesk } from '#use-cases';
import { Village } from './village.js';

/** The first shift: Wednesday 4 November 2026 at 8 in Copenhagen. */
const DAY = '2026-11-04';
const START = '2026-11-04T07:00:00Z';
const at = (time: string) => instantOf(DAY, time);

async function busyMorning(until = '10:00') {
  const village = await Village.found();
  const [shift] = await village.atWork();
  await village.until(START);
  await village.use(BeBusy).execute({ until: at(until) }, village.as(village.mette));
  village.gateway.sent.length = 0;
  return { village, shift: shift! };
}

describe('while the contact is busy', () => {
  it('the deputy hears first, and is not said to be second', async () => {
    const { village, shift } = await busyMorning();
    await village.use(SayNotHere).execute(shift.id, village.employer);
    await village.pass('PT1M');
    expect(village.texts(village.lars)).toEqual([
      expect.stringMatching(/^Hej Lars\. Jonas er ikke mødt op kl\. 8/),
    ]);
    expect(village.texts(village.lars)[0]).not.toContain('har ikke taget den');
    expect(village.texts(village.mette)).toEqual([]);
  });

  it('the second step is never for whoever is busy: it goes on to the leader', async () => {
    const { village, shift } = await busyMorning();
    await village.use(SayNotHere).execute(shift.id, village.employer);
    await village.pass('PT11M');
    expect(village.texts(village.lars)).toHaveLength(1);
    expect(village.texts(village.mette)).toEqual([]);
    expect(village.texts(village.birgit)).toEqual([expect.stringMatching(/Jonas/)]);
  });

  it('the second step is the contact’s when the time is over by then', async () => {
    const { village, shift } = await busyMorning('08:05');
    await village.use(SayNotHere).execute(shift.id, village.employer);
    await village.pass('PT11M');
    expect(village.texts(village.mette)).toEqual([
      expect.stringMatching(/^Hej Mette\. Jonas er ikke mødt op/),
    ]);
  });

  it('what the ladder puts on a list is the deputy’s, and stands on both desks', async () => {
    const { village } = await busyMorning();
    await village.pass('PT40M');
    const task = await village.inside((unit) => unit.tasks.first({ kind: 'unknown-attendance' }));
    expect(task?.staffId).toBe(village.lars.id);
    for (const who of [village.lars, village.mette]) {
      const { lines } = await village.use(ShowDesk).execute({ scope: 'mine', limit: 9 }, village.as(who));
      expect(lines.map(({ kind }) => kind)).toEqual(['missing']);
    }
  });

  it('RING is the deputy’s, who is named in the answer', async () => {
    const { village, shift } = await busyMorning();
    await village.sms(village.jonas.phone, 'RING');
    await village.pass('PT1M');
    const task = await village.inside((unit) =>
      unit.tasks.first({ kind: 'call-before-shift', shiftId: shift.id }),
    );
    expect(task?.staffId).toBe(village.lars.id);
    expect(village.texts(village.jonas).at(-1)).toContain('Lars');
  });
});

describe('when the time is over', () => {
  it('it ends by itself: the contact hears first again', async () => {
    const { village, shift } = await busyMorning('08:05');
    await village.pass('PT5M');
    await village.use(SayNotHere).execute(shift.id, village.employer);
    await village.pass('PT1M');
    expect(village.texts(village.mette)).toHaveLength(1);
    expect(village.texts(village.lars)).toEqual([]);
  });

  it('so it does by a tap', async () => {
    const { village, shift } = await busyMorning();
    await village.use(BeBusy).end(village.as(village.mette));
    await village.use(SayNotHere).execute(shift.id, village.employer);
    await village.pass('PT1M');
    expect(village.texts(village.mette)).toHaveLength(1);
  });
});

describe('is refused', () => {
  const refused = async (change: (village: Village) => Promise<void>, input: { deputyId?: string } = {}) => {
    const village = await Village.found();
    await village.until(START);
    await change(village);
    return village.use(BeBusy).execute({ until: at('10:00'), ...input }, village.as(village.mette));
  };

  it.each([
    ['without a phone', { phone: null }],
    ['who is busy too', { busyUntil: at('09:00'), busyDeputyId: '0199a1b2-0000-7000-8000-0000000000ff' }],
    [
      'outside the contact hours',
      { contactHours: { weekdays: [1, 2] as (1 | 2)[], from: '08:00', to: '15:00' } },
    ],
    ['who has left', { active: false }],
  ])('with a deputy %s, and says who could', async (_what, over) => {
    const asked = refused(async (village) => {
      await village.inside(async (unit) => {
        await unit.staff.update({ ...(await unit.staff.find(village.lars.id))!, ...over });
      });
    });
    await expect(asked).rejects.toMatchObject({
      code: 'staff.no-stand-in',
      details: { suggested: ['Birgit Bak'] },
    });
  });

  it('for a time that has passed, or too far ahead', async () => {
    const village = await Village.found();
    await village.until(START);
    for (const until of [village.now, village.now.add({ hours: 11 })]) {
      const asked = village.use(BeBusy).execute({ until }, village.as(village.mette));
      await expect(asked).rejects.toMatchObject({ code: 'staff.busy-until-invalid' });
    }
  });

  it('not with another colleague who can', async () => {
    const village = await Village.found();
    await village.until(START);
    const wish = { until: at('09:00'), deputyId: village.birgit.id };
    const busy = await village.use(BeBusy).execute(wish, village.as(village.mette));
    expect(busy).toMatchObject({ busyDeputyId: village.birgit.id });
    const { busy: shown } = await village
      .use(ShowDesk)
      .execute({ scope: 'mine', limit: 9 }, village.as(village.lars));
    expect(shown.map(({ staff, standIn }) => [staff.name, standIn?.name])).toEqual([
      ['Mette Holm', 'Birgit Bak'],
    ]);
  });
});
