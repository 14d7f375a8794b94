import { describe, expect, it } from '@jest/globals';
import { ChangeLadder, ChangeText, LadderDesk, STANDARD_LADDER, TextDesk, TryText } from '#use-cases';
import { defaultLadders, type TextPlace } from '#domain';
import { Village } from './village.js';

const OFFER: TextPlace = { name: 'offer', language: 'da', channel: 'sms' };
const own = (greeting: string) => ({
  subject: null,
  text: `${greeting} {fornavn}: {job}. Svar JA, NEJ, BESØG eller RING. {kontakt} {kontakt-telefon} {link}`,
});

async function village(): Promise<Village> {
  const here = await Village.found();
  // Monday at 10, outside the quiet hours.
  await here.until('2026-11-02T09:00:00Z');
  return here;
}

const change = (here: Village, greeting: string | null, from?: string) =>
  here
    .use(ChangeText)
    .execute(
      OFFER,
      { wording: greeting === null ? null : own(greeting), ...(from && { from }) },
      here.as(here.birgit),
    );
const offerTexts = (here: Village) => here.texts(here.jonas).filter((text) => text.includes('BESØG'));

describe('a text in the municipality’s own words', () => {
  it('is what is sent from its day on, and not before', async () => {
    const here = await village();
    await change(here, 'Goddag', '2026-11-03');
    await here.offered();
    await here.pass('PT1M');
    expect(offerTexts(here)).toEqual([expect.stringMatching(/^Hej Jonas\. Jobbet, vi talte om/)]);
    const anna = here.citizen({ name: 'Anna Prøvesen', phone: '+4522220002' });
    await here.moveIn(anna);
    await here.until('2026-11-03T09:00:00Z');
    await here.inside(async (unit) =>
      unit.smallJobs.update({ ...(await unit.smallJobs.find(here.smallJob.id))!, positions: 2 }),
    );
    await here.offered(anna);
    await here.pass('PT1M');
    expect(here.texts(anna).filter((text) => text.includes('BESØG'))).toEqual([
      expect.stringMatching(
        /^Goddag Anna: Tomme kasser\. Svar JA, NEJ, BESØG eller RING\. Mette 20123456 https:/,
      ),
    ]);
  });

  it('is rendered when it is sent: what waits over night goes out in the new words', async () => {
    const here = await village();
    await here.until('2026-11-02T20:30:00Z');
    await here.offered();
    await change(here, 'Godmorgen', '2026-11-03');
    await here.pass('PT1M');
    expect(offerTexts(here)).toEqual([]);
    await here.until('2026-11-03T07:00:00Z');
    expect(offerTexts(here)).toEqual([expect.stringMatching(/^Godmorgen Jonas/)]);
  });

  it('gives way to the standard again, and every version stays', async () => {
    const here = await village();
    await change(here, 'Goddag');
    await change(here, null);
    await here.offered();
    await here.pass('PT1M');
    expect(offerTexts(here)).toEqual([expect.stringMatching(/^Hej Jonas\. Jobbet/)]);
    const { versions, now } = await here.use(TextDesk).show(OFFER, here.as(here.birgit));
    expect(now).toBeNull();
    expect(
      versions.map(({ row, by, is }) => [row.version, row.wording?.text.slice(0, 6) ?? null, by, is]),
    ).toEqual([
      [2, null, 'Birgit Bak', 'now'],
      [1, 'Goddag', 'Birgit Bak', 'before'],
    ]);
  });

  it('is refused when it could not be answered, and from a day that has been', async () => {
    const here = await village();
    const desk = here.use(ChangeText);
    const refused = (code: string) => expect.objectContaining({ code });
    const by = here.as(here.birgit);
    const wording = { subject: null, text: 'Hej {fornavn}. {job} {kontakt} {kontakt-telefon} {link}' };
    await expect(desk.execute(OFFER, { wording }, by)).rejects.toEqual(refused('text.reply-words-missing'));
    await expect(desk.execute(OFFER, { wording: own('A'), from: '2026-11-01' }, by)).rejects.toEqual(
      refused('text.from-in-past'),
    );
    await expect(desk.execute(OFFER, { wording: own('x'.repeat(130)) }, by)).rejects.toEqual(
      refused('text.too-long'),
    );
    await expect(desk.execute(OFFER, { wording: own('A') }, here.as(here.mette))).rejects.toEqual(
      refused('not-allowed'),
    );
  });
});

describe('a test of a text', () => {
  it('goes to the leader who asks, marked, with demo people, once, and asks nothing', async () => {
    const here = await village();
    const trial = { what: 'Tilbud', place: OFFER, wording: own('Goddag') };
    await here.use(TryText).execute(trial, here.as(here.birgit), 'wish');
    await here.use(TryText).execute(trial, here.as(here.birgit), 'wish');
    await here.pass('PT1M');
    expect(here.gateway.sent.map(({ to }) => to)).toEqual([here.birgit.phone]);
    expect(here.texts(here.birgit)).toEqual([expect.stringMatching(/^PRØVE til Birgit: Goddag Jonas/)]);
    const [message] = await here.inside((unit) => unit.messages.list());
    expect(message).toMatchObject({
      template: 'test-message',
      receiver: 'staff',
      question: null,
      subjectId: null,
      citizenId: null,
      link: null,
    });
  });

  it('of a ladder sends the text of every step that sends one, to nobody else', async () => {
    const here = await village();
    const steps = defaultLadders['not-here'].steps;
    const count = await here
      .use(LadderDesk)
      .tryOut(steps, (_, at) => `Trin ${at + 1}`, here.as(here.birgit), 'wish');
    await here.pass('PT1M');
    expect(count).toBe(5);
    expect(here.gateway.sent.map(({ to }) => to)).toEqual(Array.from({ length: 5 }, () => here.birgit.phone));
    expect(here.texts(here.birgit).every((text) => text.startsWith('PRØVE til Birgit: '))).toBe(true);
  });
});

const asked = (here: Village) =>
  here.texts(here.company.contact).filter((text) => text.includes('kommet i dag'));

describe('a ladder that is changed while a case runs', () => {
  it('leaves the case on the steps it began with; the next one has the new', async () => {
    const here = await Village.found();
    const [shift] = await here.atWork();
    await here.until('2026-11-04T07:16:00Z');
    const desk = here.use(LadderDesk);
    const later = {
      ...defaultLadders['not-seen'],
      steps: defaultLadders['not-seen'].steps.map((step) =>
        step.who === 'workplace' ? { ...step, after: 'PT15M' } : step,
      ),
    };
    await here.use(ChangeLadder).execute('not-seen', later, here.as(here.birgit), { onVersion: 0 });
    expect((await desk.show('not-seen', here.as(here.birgit))).openCases).toBe(1);
    await here.until('2026-11-04T07:25:00Z');
    expect(asked(here)).toHaveLength(1);
    const [row] = await here.inside((unit) => unit.escalations.list({ shiftId: shift!.id }));
    expect(row!.snapshot).toEqual(defaultLadders['not-seen']);
    here.gateway.sent.length = 0;
    await here.until('2026-11-06T07:29:00Z');
    expect(asked(here)).toEqual([]);
    await here.until('2026-11-06T07:30:00Z');
    expect(asked(here)).toHaveLength(1);
  });

  it('keeps every version, takes an earlier one back as a new one, and is not saved over a colleague', async () => {
    const here = await Village.found();
    const by = here.as(here.birgit);
    const changing = here.use(ChangeLadder);
    const first = defaultLadders['not-here'];
    const second = { ...first, graceAfterStart: 'PT1M' };
    await changing.execute('not-here', first, by, { onVersion: 0 });
    await changing.execute('not-here', second, by, { onVersion: 1 });
    await expect(changing.execute('not-here', first, by, { onVersion: 1 })).rejects.toEqual(
      expect.objectContaining({ code: 'ladder.changed-meanwhile' }),
    );
    await changing.restore('not-here', 1, by);
    const { versions, definition, version } = await here.use(LadderDesk).show('not-here', by);
    expect([version, definition]).toEqual([3, first]);
    expect(versions.map((row) => [row.version, row.restoredVersion, row.by])).toEqual([
      [3, 1, 'Birgit Bak'],
      [2, null, 'Birgit Bak'],
      [1, null, 'Birgit Bak'],
    ]);
    await expect(changing.restore('not-here', 9, by)).rejects.toEqual(
      expect.objectContaining({ code: 'ladder.version-not-found' }),
    );
  });

  it('gives the standard back, which is nobody’s version, and is changed by leaders only', async () => {
    const here = await Village.found();
    const by = here.as(here.birgit);
    const changing = here.use(ChangeLadder);
    const standard = defaultLadders['not-here'];
    const own = { ...standard, graceAfterStart: 'PT1M' };
    await changing.execute('not-here', own, by, { onVersion: 0 });
    await changing.restore('not-here', STANDARD_LADDER, by);
    const { versions, definition } = await here.use(LadderDesk).show('not-here', by);
    expect(definition).toEqual(standard);
    expect(versions.map((row) => [row.version, row.restoredVersion])).toEqual([
      [2, 0],
      [1, null],
    ]);
    const mette = here.as(here.mette);
    for (const tried of [
      changing.execute('not-here', own, mette),
      changing.restore('not-here', 1, mette),
      changing.check(own, mette),
    ])
      await expect(tried).rejects.toEqual(expect.objectContaining({ code: 'not-allowed' }));
  });
});
