import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  ChangeCitizen,
  CitizenList,
  HandOverBroker,
  NoteRecords,
  ProposeMatch,
  RecordInterest,
  ReportAbsence,
  SearchEverything,
  ShowCitizenDesk,
  ShowMyData,
  Timeline,
  WithdrawMatch,
  WriteNote,
} from '#use-cases';
import { timelineSentence } from '../../apps/api/src/http/sentences/timeline-sentences.js';
import { Village } from './village.js';

let village: Village;
beforeEach(async () => {
  village = await Village.found();
});

const desk = () =>
  village.use(ShowCitizenDesk).execute(village.jonas.id, { lines: 30 }, village.as(village.mette));
const openTasks = () =>
  village.inside((unit) => unit.tasks.list({ citizenId: village.jonas.id, doneAt: { isNull: true } }));

describe('a note', () => {
  const write = (over: object = {}) =>
    village
      .use(WriteNote)
      .execute(
        village.jonas.id,
        { purpose: 'Hvordan går det?', agreed: 'Jonas møder kl. 9', ...over },
        village.as(village.mette),
      );

  it('with a day becomes a task of whoever wrote it, due that morning', async () => {
    await write({ followUpOn: '2026-11-06' });
    expect(await openTasks()).toMatchObject([
      { kind: 'follow-up', staffId: village.mette.id, note: 'Hvordan går det?' },
    ]);
    expect((await openTasks())[0]!.dueAt.toString()).toBe('2026-11-06T07:00:00Z');
  });

  it('is corrected by a new one, once; the old one stays', async () => {
    const first = await write();
    await write({ agreed: 'Jonas møder kl. 10', correctsNoteId: first.id });
    const { items } = await village
      .use(NoteRecords)
      .list(village.jonas.id, { limit: 10 }, village.as(village.mette));
    expect(items.map(({ note, isCorrected }) => [note.agreed, isCorrected])).toEqual(
      expect.arrayContaining([
        ['Jonas møder kl. 9', true],
        ['Jonas møder kl. 10', false],
      ]),
    );
    await expect(write({ correctsNoteId: first.id })).rejects.toMatchObject({
      code: 'note.already-corrected',
    });
  });

  it('follows up today or later', async () => {
    await expect(write({ followUpOn: '2020-01-01' })).rejects.toMatchObject({
      code: 'note.follow-up-in-past',
    });
    expect(await openTasks()).toEqual([]);
  });

  it('of somebody else is not there', async () => {
    const amira = village.citizen({ name: 'Amira', phone: '+4522220002' });
    await village.moveIn(amira);
    const other = await village
      .use(WriteNote)
      .execute(amira.id, { purpose: 'A', agreed: 'B' }, village.as(village.mette));
    await expect(write({ correctsNoteId: other.id })).rejects.toMatchObject({ code: 'note.not-found' });
  });

  it('is read by the citizen, word by word, and not by a company', async () => {
    await write();
    const citizen = { ...village.employer, role: 'citizen' as const, citizenId: village.jonas.id };
    const { companyId: _, ...jonas } = citizen;
    const { notes } = await village.use(ShowMyData).execute(jonas);
    expect(notes).toMatchObject([
      { purpose: 'Hvordan går det?', agreed: 'Jonas møder kl. 9', by: 'Mette Holm' },
    ]);
    await expect(
      village.use(NoteRecords).list(village.jonas.id, { limit: 1 }, village.employer),
    ).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('another broker', () => {
  const handOver = (toId = village.lars.id) =>
    village
      .use(HandOverBroker)
      .execute(
        village.jonas.id,
        { toId, reason: 'leave', note: 'Ring om formiddagen' },
        village.as(village.mette),
      );

  it('needs a reason, stays in the history, and the citizen is told once whom to call', async () => {
    await handOver();
    await village.pass('PT1M');
    expect((await desk()).broker?.name).toBe('Lars Lund');
    expect((await desk()).handovers).toMatchObject([
      { fromStaffId: village.mette.id, toStaffId: village.lars.id, reason: 'leave' },
    ]);
    expect(village.texts(village.jonas)).toEqual([
      expect.stringMatching(/Lars din kontakt i stedet for Mette/),
    ]);
    const { entries } = await village
      .use(Timeline)
      .execute({ citizenId: village.jonas.id }, village.as(village.mette), { limit: 20 });
    expect(entries.map(timelineSentence)).toContain(
      'Lars følger Jonas fra nu af i stedet for Mette: orlov eller ferie',
    );
  });

  it('finds it on the own list, with what the one before wants to be known', async () => {
    await handOver();
    expect(await openTasks()).toMatchObject([
      {
        kind: 'call-citizen',
        staffId: village.lars.id,
        note: 'Du følger Jonas fra nu af: Ring om formiddagen',
      },
    ]);
  });

  it('takes over what waits to be done, and the fixed contact of the job', async () => {
    await village.atWork();
    await village
      .use(WriteNote)
      .execute(
        village.jonas.id,
        { purpose: 'A', agreed: 'B', followUpOn: '2026-12-01' },
        village.as(village.mette),
      );
    const before = village.texts(village.jonas).length;
    await handOver();
    await village.pass('PT1M');
    expect((await openTasks()).filter(({ kind }) => kind === 'follow-up')).toMatchObject([
      { staffId: village.lars.id },
    ]);
    const contact = await village.inside((unit) =>
      unit.contacts.first({ smallJobId: village.smallJob.id, endedAt: { isNull: true } }),
    );
    expect(contact?.staffId).toBe(village.lars.id);
    const told = village.texts(village.jonas).slice(before);
    expect(told.filter((text) => text.includes('Lars'))).toHaveLength(1);
  });

  it('is the same handover when the record is corrected by another system', async () => {
    const { jonas, lars, mette } = village;
    const corrected = await village
      .use(ChangeCitizen)
      .execute(jonas.id, { brokerId: lars.id }, village.as(mette));
    expect(corrected.brokerId).toBe(lars.id);
    await village.use(ChangeCitizen).execute(jonas.id, { brokerId: lars.id }, village.as(mette));
    await village.pass('PT1M');
    expect((await desk()).handovers).toMatchObject([
      { fromStaffId: mette.id, toStaffId: lars.id, reason: 'other', byStaffId: mette.id },
    ]);
    expect(village.texts(jonas)).toEqual([expect.stringMatching(/Lars din kontakt i stedet for Mette/)]);
  });

  it('is somebody else, who works here and can be called', async () => {
    await expect(handOver(village.mette.id)).rejects.toMatchObject({ code: 'contact.same-person' });
    await village.inside((unit) => unit.staff.update({ ...village.lars, phone: null }));
    await expect(handOver()).rejects.toMatchObject({ code: 'contact.no-phone' });
    await village.inside((unit) => unit.staff.update({ ...village.lars, active: false }));
    await expect(handOver()).rejects.toMatchObject({ code: 'staff.not-found' });
  });
});

describe('the page of a citizen', () => {
  it('says what comes next, from the first goal to the shifts', async () => {
    const change = (over: object) =>
      village.use(ChangeCitizen).execute(village.jonas.id, over, village.as(village.mette));
    const { jobGoals } = village.jonas;
    await change({ jobGoals: [], saidYes: false });
    expect((await desk()).step.step).toBe('goal-missing');
    await change({ jobGoals });
    expect((await desk()).step.step).toBe('ask-if-small-job');
    await change({ saidYes: true });
    expect((await desk()).step.step).toBe('propose');
    const offer = await village.offered();
    expect((await desk()).step).toEqual({ step: 'answer-to-register', id: offer.id });
    expect((await desk()).questions.offers).toMatchObject([{ id: offer.id }]);
  });

  it('has the hours that are over, paid and unpaid apart', async () => {
    await village.atWork();
    await village.until('2026-11-13T20:00:00Z');
    const { hours, week } = await desk();
    expect(hours).toHaveLength(12);
    expect(hours.at(-1)).toMatchObject({ monday: '2026-11-09', paidMinutes: 720, unpaidMinutes: 0 });
    expect(hours.at(-2)).toMatchObject({ monday: '2026-11-02', paidMinutes: 480 });
    expect(week).toHaveLength(3);
  });

  it('never holds a CPR number, and is written into the log', async () => {
    await village
      .use(ChangeCitizen)
      .execute(village.jonas.id, { cpr: '0101801234' }, village.as(village.mette));
    const shown = await desk();
    expect(shown.hasCpr).toBe(true);
    expect(JSON.stringify(shown)).not.toContain('0101801234');
    expect(shown.citizen).not.toHaveProperty('cprSealed');
    expect(village.transactor.accessLog.filter(({ purpose }) => purpose === 'citizen.show')).toHaveLength(1);
  });
});

describe('what was said on the phone', () => {
  it('about being shown to a company is confirmed to the citizen', async () => {
    const match = await village
      .use(ProposeMatch)
      .execute({ smallJobId: village.smallJob.id, citizenId: village.jonas.id }, village.as(village.mette));
    await village.pass('PT1M');
    const before = village.texts(village.jonas).length;
    const interest = { how: 'phone' as const, at: village.now.toString(), fields: ['goals'] };
    await village.use(RecordInterest).execute(match.id, interest, village.as(village.lars));
    await village.pass('PT1M');
    expect(village.texts(village.jonas).slice(before)).toEqual([
      expect.stringMatching(/^Hej Jonas\. Tak for snakken\. Nu hører firmaet om dig/),
    ]);
  });

  it.each([
    ['phone', 1],
    ['letter', 0],
  ] as const)('a no by %s gives %d receipt, and who heard it stays', async (how, receipts) => {
    const { smallJob, jonas, mette, lars } = village;
    const match = await village
      .use(ProposeMatch)
      .execute({ smallJobId: smallJob.id, citizenId: jonas.id }, village.as(mette));
    await village.pass('PT1M');
    const before = village.texts(jonas).length;
    const { state, withdrawal } = await village
      .use(WithdrawMatch)
      .execute(match.id, village.as(lars), 'citizen-changed-mind', how);
    await village.pass('PT1M');
    expect([state, withdrawal]).toEqual([
      'withdrawn',
      { reason: 'citizen-changed-mind', byStaffId: lars.id, how },
    ]);
    const told = village.texts(jonas).slice(before);
    expect(told).toHaveLength(receipts);
    for (const text of told)
      expect(text).toMatch(/^Hej Jonas\. Tak for dit svar\..*Firmaet får ikke dit navn/);
    expect(village.texts(village.company.contact)).toEqual([]);
    expect(await openTasks()).toEqual([]);
  });

  it('about a shift is confirmed too, without the reason', async () => {
    const [shift] = await village.atWork();
    await village.pass('PT1M');
    const before = village.texts(village.jonas).length;
    await village
      .use(ReportAbsence)
      .execute(shift!.id, { cause: 'sick', by: 'citizen', how: 'phone' }, village.as(village.mette));
    await village.pass('PT1M');
    const [receipt, ...more] = village.texts(village.jonas).slice(before);
    expect(receipt).toMatch(/^Tak, fordi du siger det, Jonas/);
    expect(more).toEqual([]);
  });
});

describe('the list of citizens and the search', () => {
  it('say where each one stands, and log whom they show', async () => {
    await village.offered();
    const { items, counts } = await village
      .use(CitizenList)
      .execute({ view: 'mine', order: 'name' }, { limit: 10 }, village.as(village.mette));
    expect(items).toMatchObject([{ standing: 'offered', title: 'Tomme kasser', broker: 'Mette Holm' }]);
    expect(counts).toMatchObject({ mine: 1, waiting: 0, ready: 0, all: 1 });
    expect(village.transactor.accessLog.at(-1)).toMatchObject({
      purpose: 'citizen.list',
      citizenIds: [village.jonas.id],
    });
  });

  it('find people, companies, jobs and colleagues, for people of the municipality only', async () => {
    const search = (words: string, actor = village.as(village.lars)) =>
      village.use(SearchEverything).execute(words, { limit: 5 }, actor);
    expect((await search('provesen jonas')).citizens).toMatchObject([
      { citizen: { id: village.jonas.id }, broker: 'Mette Holm' },
    ]);
    expect(village.transactor.accessLog.at(-1)).toMatchObject({
      purpose: 'citizen.search',
      citizenIds: [village.jonas.id],
      staffId: village.lars.id,
    });
    expect((await search('tomme kaser')).smallJobs).toMatchObject([{ company: village.company.name }]);
    expect((await search('mette')).staff).toMatchObject([{ id: village.mette.id }]);
    expect((await search(village.company.name)).companies).toHaveLength(1);
    const asCompany = village.use(SearchEverything).execute('jonas', { limit: 5 }, village.employer);
    await expect(asCompany).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
