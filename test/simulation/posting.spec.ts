import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  DomainError,
  Temporal,
  type Actor,
  type AnswersChange,
  type Citizen,
  type PostingAnswers,
  type Staff,
} from '#domain';
import {
  BeginPostingDraft,
  CallableContacts,
  DiscardPostingDraft,
  DuplicateSmallJob,
  EstimateFit,
  FindOpenings,
  ForgetStaleDrafts,
  MailPostingDraft,
  PostFromDraft,
  PostingDraftRecords,
  SavePostingDraft,
} from '#use-cases';
import { Village } from './village.js';

let village: Village;
let answers: Required<Pick<PostingAnswers, 'title' | 'category' | 'weeklyShifts' | 'workplace'>> &
  AnswersChange;
beforeEach(async () => {
  village = await Village.found();
  answers = {
    sentence: 'ryddet op på lageret mandag kl. 8-11',
    title: 'Rydde op på lageret',
    category: 'oprydning',
    weeklyShifts: [{ weekday: 1, start: '08:00', end: '13:00', breakMinutes: 0 }],
    workplace: { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' },
    demands: { liftKg: 5, standing: 1, noise: 1, peopleContact: 0 },
    danishLevel: 1,
    hourlyWageOre: 16_750,
    startDate: '2026-12-07',
    positions: 1,
    companyContact: { name: 'Ali Demir', phone: '+4521110012' },
    fixedContactId: village.mette.id,
  };
});

const begin = (more: AnswersChange = {}) =>
  village
    .use(BeginPostingDraft)
    .execute({ companyId: village.company.id, answers: { ...answers, ...more } }, village.employer);
const refusal = async (work: Promise<unknown>): Promise<[string, unknown]> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError)) throw new Error(`No refusal: ${String(error)}`);
  return [error.code, error.details];
};
const stranger = () => ({ ...village.employer, companyId: '0199a1b2-ffff-7000-8000-00000000ffff' });

describe('a draft', () => {
  it('may lack everything, and says what and in which step', async () => {
    const { id } = await village
      .use(BeginPostingDraft)
      .execute({ companyId: village.company.id, answers: {} }, village.employer);
    const { draft, missing, nextStep } = await village.use(PostingDraftRecords).show(id, village.employer);
    expect([draft.answers, draft.version, draft.startedBy, nextStep]).toEqual([{}, 1, 'Ali Demir', 'task']);
    expect(missing.map(({ field }) => field)).toEqual([
      'title',
      'category',
      'weeklyShifts',
      'workplace',
      'demands',
      'danishLevel',
      'hourlyWageOre',
      'startDate',
      'positions',
      'companyContact',
      'fixedContactId',
    ]);
  });

  it('keeps what is saved on top of what was there, and takes an answer back with null', async () => {
    const { id } = await begin({ demands: { liftKg: 5 } });
    const save = (change: AnswersChange) =>
      village.use(SavePostingDraft).execute(id, change, village.employer);
    await save({ demands: { noise: 2 }, endDate: null });
    const { draft } = await save({ title: null, description: undefined });
    expect(draft.answers).toMatchObject({
      category: 'oprydning',
      demands: { liftKg: 5, noise: 2 },
      endDate: null,
    });
    expect(draft.answers.title).toBeUndefined();
    expect(draft.version).toBe(3);
  });

  it('tells whoever saves from an older page, and keeps the newer answer', async () => {
    const { id, version } = await begin();
    const save = (title: string) =>
      village.use(SavePostingDraft).execute(id, { title }, village.employer, version);
    expect((await save('Fra den ene fane')).overtook).toBe(false);
    const second = await save('Fra den anden fane');
    expect([second.overtook, second.draft.answers.title]).toEqual([true, 'Fra den anden fane']);
  });

  it('holds no week that nobody could post', async () => {
    const { id } = await begin();
    const long = [1, 2, 3, 4].map((weekday) => ({
      weekday: weekday as 1,
      start: '08:00',
      end: '13:00',
      breakMinutes: 0,
    }));
    const saving = village.use(SavePostingDraft).execute(id, { weeklyShifts: long }, village.employer);
    expect(await refusal(saving)).toEqual(['small-job.too-many-hours', { hours: 20 }]);
    expect((await refusal(begin({ category: 'astronaut' })))[0]).toBe('category.unknown');
  });

  it('that was left beyond its first day is still saved, bit by bit', async () => {
    const { id } = await begin();
    await village.until('2026-12-08T08:00:00Z');
    const save = (change: AnswersChange) =>
      village.use(SavePostingDraft).execute(id, change, village.employer);
    expect((await save({ title: 'Feje' })).draft.answers.startDate).toBe('2026-12-07');
    expect((await refusal(save({ startDate: '2026-12-06' })))[0]).toBe('small-job.start-in-past');
  });

  it('is another company’s secret', async () => {
    const { id } = await begin();
    const gone = 'posting-draft.not-found';
    for (const work of [
      village.use(PostingDraftRecords).show(id, stranger()),
      village.use(SavePostingDraft).execute(id, {}, stranger()),
      village.use(DiscardPostingDraft).execute(id, stranger()),
      village.use(PostFromDraft).execute(id, stranger()),
      village.use(MailPostingDraft).execute(id, stranger()),
    ])
      expect((await refusal(work))[0]).toBe(gone);
    expect((await village.use(PostingDraftRecords).list({}, { limit: 5 }, stranger())).items).toEqual([]);
    const own = await village.use(PostingDraftRecords).list({}, { limit: 5 }, village.employer);
    expect(own.items.map(({ draft }) => draft.id)).toEqual([id]);
  });

  it('is thrown away when asked, and forgotten after ninety days', async () => {
    const records = village.use(PostingDraftRecords);
    const { id } = await begin();
    await village.use(DiscardPostingDraft).execute(id, village.employer);
    expect((await refusal(records.show(id, village.employer)))[0]).toBe('posting-draft.not-found');

    const kept = await begin();
    await village.pass(`PT${90 * 24}H`);
    expect(await village.use(ForgetStaleDrafts).execute(village.municipality.id)).toBe(0);
    await village.pass('PT1H');
    expect(await village.use(ForgetStaleDrafts).execute(village.municipality.id)).toBe(1);
    expect((await refusal(records.show(kept.id, village.employer)))[0]).toBe('posting-draft.not-found');
  });

  it('is mailed to whoever posts, once for each state of it', async () => {
    const { id } = await begin();
    const mail = () => village.use(MailPostingDraft).execute(id, village.employer);
    expect((await refusal(mail()))[0]).toBe('posting-draft.nobody-to-mail');
    const company = {
      ...village.company,
      contact: { ...village.company.contact, email: 'ali@frugt.example' },
    };
    await village.inside((unit) => unit.companies.update(company));
    expect(await mail()).toEqual({ to: 'ali@frugt.example' });
    await mail();
    await village.pass('PT24H');
    const sent = village.texts('ali@frugt.example');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(`https://smaajob.example/firma/opgaver/ny/${id}`);
    expect(sent[0]).toContain('Rydde op på lageret');
  });
});

describe('publishing a draft', () => {
  const publish = (id: string) => village.use(PostFromDraft).execute(id, village.employer);
  const smallJobs = () => village.inside((unit) => unit.smallJobs.list());

  it('makes one open small job with its contact, however often it is asked', async () => {
    const { id } = await begin();
    const { smallJob } = await publish(id);
    expect(smallJob).toMatchObject({
      status: 'open',
      title: 'Rydde op på lageret',
      description: 'Rydde op på lageret',
      demands: { liftKg: 5, other: [] },
      startFlexibilityMinutes: 0,
      withoutDuty: false,
    });
    const again = await Promise.all([publish(id), publish(id)]);
    expect(again.map(({ smallJob: same }) => same.id)).toEqual([smallJob.id, smallJob.id]);
    expect(await smallJobs()).toHaveLength(2);
    const contact = await village.inside((unit) => unit.contacts.first({ smallJobId: smallJob.id }));
    expect(contact?.staffId).toBe(village.mette.id);
    const saving = village.use(SavePostingDraft).execute(id, { title: 'x' }, village.employer);
    expect(await refusal(saving)).toEqual(['posting-draft.already-posted', { smallJobId: smallJob.id }]);
    expect((await village.use(PostingDraftRecords).list({}, { limit: 5 }, village.employer)).items).toEqual(
      [],
    );
  });

  it('never picks the contact: without one it says so, and leaves nothing behind', async () => {
    const { id } = await begin({ fixedContactId: undefined });
    expect((await refusal(publish(id)))[0]).toBe('small-job.no-fixed-contact');
    expect(await smallJobs()).toHaveLength(1);
  });

  it('refuses a contact whom nobody can call, and leaves nothing behind', async () => {
    await village.inside((unit) => unit.staff.update({ ...village.mette, phone: null }));
    const { id } = await begin();
    expect((await refusal(publish(id)))[0]).toBe('small-job.no-fixed-contact');
    expect(await smallJobs()).toHaveLength(1);
  });

  it('says what is missing', async () => {
    const { id } = await begin({ weeklyShifts: [], fixedContactId: undefined });
    await village.until('2026-12-08T08:00:00Z');
    expect(await refusal(publish(id))).toEqual([
      'posting-draft.incomplete',
      { missing: ['weeklyShifts', 'startDate', 'fixedContactId'] },
    ]);
  });

  it.each([
    ['a Saturday', 6, '09:00', true],
    ['after the phone has closed', 1, '15:30', true],
    ['a quarter before it opens', 1, '07:00', false],
    ['long before it opens', 1, '06:00', true],
  ] as const)('marks %s as without duty', async (_what, weekday, start, withoutDuty) => {
    const { id } = await begin({ weeklyShifts: [{ weekday, start, end: '20:00', breakMinutes: 0 }] });
    expect((await publish(id)).smallJob.withoutDuty).toBe(withoutDuty);
  });
});

describe('one more like it', () => {
  it('has every answer but the first day and the contact', async () => {
    const draft = await village.use(DuplicateSmallJob).execute(village.smallJob.id, village.employer);
    expect(draft.answers).toMatchObject({
      title: 'Tomme kasser',
      hourlyWageOre: 14_500,
      demands: { liftKg: 5 },
    });
    const { missing } = await village.use(PostingDraftRecords).show(draft.id, village.employer);
    expect(missing.map(({ field }) => field)).toEqual(['startDate', 'fixedContactId']);
    expect((await refusal(village.use(DuplicateSmallJob).execute(village.smallJob.id, stranger())))[0]).toBe(
      'small-job.not-found',
    );
  });
});

describe('whom a company can pick to call', () => {
  const names = async () =>
    (await village.use(CallableContacts).execute(village.company.id, village.employer)).map(
      ({ staff, knowsCompany }) => [staff.name, knowsCompany],
    );
  const hire = (over: Partial<Staff>) =>
    village.inside((unit) => unit.staff.insert(village.rows.staff(over)));

  it('is who knows the company, then who follows fewest', async () => {
    await hire({ name: 'Nabil Omar' });
    await village.moveIn(village.citizen({ brokerId: village.lars.id, phone: '+4522220009' }));
    expect(await names()).toEqual([
      ['Mette Holm', true],
      ['Nabil Omar', false],
      ['Lars Lund', false],
    ]);
  });

  it('is nobody who cannot be called, is away, has left or leads', async () => {
    await hire({ name: 'Uden nummer', phone: null });
    await hire({ name: 'Rejst', active: false });
    await hire({ name: 'Uden tid', contactHours: { weekdays: [], from: '08:00', to: '15:00' } });
    const today = village.now.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().toString();
    await village.inside((unit) =>
      unit.covers.insert({
        id: '0199a1b2-0000-7000-8000-0000000000c1',
        municipalityId: village.municipality.id,
        smallJobId: village.smallJob.id,
        byStaffId: village.lars.id,
        from: today,
        to: today,
      }),
    );
    expect(await names()).toEqual([['Lars Lund', false]]);
  });
});

describe('how many would fit', () => {
  const fit = (more: PostingAnswers = {}, actor = village.employer, after = 'PT1M') => {
    // What was answered within a minute is answered again.
    village.transactor.clock.set(village.now.add(Temporal.Duration.from(after)));
    return village
      .use(EstimateFit)
      .execute(village.company.id, { ...(answers as PostingAnswers), ...more }, actor);
  };
  const moveIn = async (count: number, over: Partial<Citizen>) => {
    for (let at = 0; at < count; at += 1)
      await village.moveIn(village.citizen({ phone: null, hours: { min: 1, max: 30, wish: 5 }, ...over }));
  };
  const mornings = ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));

  it('is said in words: none, few below five, many', async () => {
    const bands: string[] = [];
    await village.inside((unit) => unit.citizens.update({ ...village.jonas, saidYes: false }));
    for (const more of [0, 1, 3, 1]) {
      await moveIn(more, {});
      bands.push((await fit()).band);
    }
    expect(bands).toEqual(['none', 'few', 'few', 'many']);
  });

  it('says what would help, with the smallest change first, and no number', async () => {
    await moveIn(5, { windows: mornings });
    await moveIn(5, { limits: { liftKg: 2, standing: 2, noise: 2, peopleContact: 2, other: [] } });
    const { band, changes } = await fit();
    expect(band).toBe('few');
    expect(changes.map(({ text, band: after }) => [text, after])).toEqual([
      ['start kl. 9 er også fint', 'many'],
      ['start kl. 9', 'many'],
      ['ingen løft', 'many'],
    ]);
    expect(JSON.stringify({ band, changes })).not.toMatch(/gained|eligible/);
  });

  it('has nothing to propose when many fit', async () => {
    await moveIn(5, {});
    expect(await fit()).toMatchObject({ band: 'many', changes: [], assumed: [] });
  });

  it('works with nothing known, and says what it put in its place', async () => {
    const { assumed, band } = await village
      .use(EstimateFit)
      .execute(village.company.id, {}, village.employer);
    expect(assumed).toEqual(['workplace', 'demands', 'weeklyShifts', 'startDate', 'danishLevel']);
    expect(band).toBe('few');
  });

  it('stands in the access log as a calculation by the company, and fails when it cannot', async () => {
    await fit();
    expect(village.transactor.accessLog.at(-1)).toMatchObject({
      kind: 'calculated',
      companyId: village.company.id,
      citizenIds: 'everybody',
      purpose: 'small-job.fit',
    });
    village.transactor.accessLogFails = true;
    expect((await refusal(fit()))[0]).toBe('access-log.unavailable');
  });

  it('asks nobody else’s company', async () => {
    expect((await refusal(fit({}, stranger())))[0]).toBe('company.not-found');
  });

  describe('cannot be felt for one person', () => {
    const bandsWhile = async (steps: PostingAnswers[]) => {
      const bands: string[] = [];
      for (const step of steps) bands.push((await fit(step)).band);
      return bands;
    };

    it('by kilos: all between two steps answer alike, and no proposal names a limit', async () => {
      await village.inside((unit) =>
        unit.citizens.update({ ...village.jonas, limits: { ...village.jonas.limits, liftKg: 12 } }),
      );
      const demands = (liftKg: number) => ({ demands: { ...answers.demands, liftKg } });
      expect(await bandsWhile([6, 8, 10].map(demands))).toEqual(['few', 'few', 'few']);
      expect(await bandsWhile([11, 12, 13, 15].map(demands))).toEqual(['none', 'none', 'none', 'none']);
      const { changes } = await fit(demands(13));
      expect(changes.map(({ change }) => change.demands?.liftKg)).toContain(10);
    });

    it('by minutes: the end of somebody’s free time is known to half an hour', async () => {
      const windows = [{ weekday: 1 as const, from: '07:50', to: '13:20' }];
      await village.inside((unit) => unit.citizens.update({ ...village.jonas, windows }));
      const until = (end: string): PostingAnswers => ({
        weeklyShifts: [{ weekday: 1, start: '08:00', end, breakMinutes: 0 }],
      });
      expect(await bandsWhile(['12:40', '12:55', '13:00'].map(until))).toEqual(['few', 'few', 'few']);
      expect(await bandsWhile(['13:01', '13:20', '13:30'].map(until))).toEqual(['none', 'none', 'none']);
    });

    it('by place: a position that was typed counts for nothing', async () => {
      await village.inside((unit) => unit.citizens.update({ ...village.jonas, reach: { walk: 10 } }));
      const here = await fit();
      const far = { lat: 57.7, lon: 10.58 };
      const workplace = { ...answers.workplace, position: far };
      expect((await fit({ workplace })).band).toBe(here.band);
    });

    it('by a posted task: its typed position counts for nothing either, and one budget holds for both', async () => {
      await village.inside((unit) =>
        unit.smallJobs.update({
          ...village.smallJob,
          workplace: { ...village.smallJob.workplace, position: { lat: 57.7, lon: 10.58 } },
        }),
      );
      const find = (actor: Actor) => village.use(FindOpenings).execute(village.smallJob.id, actor);
      expect((await find(village.as(village.mette))).eligible).toBe(0);
      expect((await find(village.employer)).eligible).toBe(1);
      const logged = village.transactor.accessLog.length;
      for (let times = 1; times < 60; times += 1) await find(village.employer);
      expect(village.transactor.accessLog).toHaveLength(logged);
      for (const again of [find(village.employer), fit({}, village.employer, 'PT0S')])
        expect((await refusal(again))[0]).toBe('posting.too-many-estimates');
      expect((await find(village.as(village.mette))).eligible).toBe(0);
      village.transactor.clock.set(village.now.add(Temporal.Duration.from('PT1M')));
      await find(village.employer);
      expect(village.transactor.accessLog).toHaveLength(logged + 2);
    });

    it('by a word of one’s own', async () => {
      await village.inside((unit) =>
        unit.citizens.update({
          ...village.jonas,
          limits: { ...village.jonas.limits, other: ['parfume', 'stairs'] },
        }),
      );
      const with_ = (word: string) =>
        fit({ demands: { liftKg: 5, standing: 0, noise: 0, peopleContact: 0, other: [word] } });
      expect([(await with_('parfume')).band, (await with_('stairs')).band]).toEqual(['few', 'none']);
    });

    const ask = (at: number, after = 'PT0S') =>
      fit(
        { startDate: new Date(Date.UTC(2027, 0, at + 1)).toISOString().slice(0, 10) },
        village.employer,
        after,
      );

    it('by asking fast: sixty a minute, and then the next minute', async () => {
      for (let at = 0; at < 60; at += 1) await ask(at);
      expect(await refusal(ask(3))).toEqual(['posting.too-many-estimates', { retryAfterSeconds: 60 }]);
      expect((await fit({}, village.as(village.mette), 'PT0S')).band).toBe('few');
      await ask(3, 'PT60S');
    });

    it('and the same again within a minute is neither calculated nor written down anew', async () => {
      const first = await ask(1);
      await moveIn(9, {});
      const logged = village.transactor.accessLog.length;
      expect(await ask(1, 'PT59S')).toEqual(first);
      expect(village.transactor.accessLog).toHaveLength(logged);
      expect((await ask(1, 'PT1S')).band).toBe('many');
      expect(village.transactor.accessLog).toHaveLength(logged + 1);
    });

    it('by asking without end: the same is free, the next after four hundred waits for the hour', async () => {
      for (let at = 0; at < 400; at += 1) await ask(at, 'PT8S');
      await ask(7, 'PT8S');
      expect(await refusal(ask(400))).toEqual([
        'posting.too-many-estimates',
        { retryAfterSeconds: 3600 - 400 * 8 },
      ]);
      expect((await fit({ startDate: '2028-06-01' }, village.as(village.mette))).band).toBe('few');
      village.transactor.clock.set(village.now.add(Temporal.Duration.from('PT1H')));
      await ask(400);
    });
  });
});
