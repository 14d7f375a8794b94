import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  AskOwner,
  DraftSmallJobFromObservation,
  PublishSmallJob,
  RegisterVisit,
  SmallJobDesk,
} from '#use-cases';
import { Village } from './village.js';

let village: Village;
beforeEach(async () => {
  village = await Village.found();
});

const mette = () => village.as(village.mette);

async function drafted({ withContact = true } = {}): Promise<string> {
  const visit = await village.use(RegisterVisit).execute(
    village.company.id,
    {
      on: '2026-11-02',
      observations: [
        {
          bottleneck: 'Paller står i vejen',
          whoIsHeldUp: 'Truckføreren',
          minutesPerWeek: 360,
          idea: 'Flytte paller',
        },
      ],
    },
    mette(),
  );
  const given = {
    hourlyWageOre: 16_000,
    startDate: '2026-11-16',
    ...(withContact && { fixedContactId: village.mette.id }),
  };
  const { smallJob } = await village.use(DraftSmallJobFromObservation).execute(visit.id, 0, given, mette());
  await village.use(AskOwner).execute(smallJob.id, mette());
  return smallJob.id;
}

const jobOf = (id: string) => village.inside((unit) => unit.smallJobs.find(id));
const notes = async () =>
  (await village.inside((unit) => unit.tasks.list({ kind: 'owner-answered' }))).map(({ note }) => note);

describe('the owner of a draft', () => {
  it('is asked by SMS with the name to call, and JA publishes what is complete', async () => {
    const id = await drafted();
    await village.pass('PT5M');
    const [text] = village.texts('+4521110012');
    expect(text).toContain('Flytte paller, 6 timer om ugen. Må vi slå det op? Svar JA, NEJ eller RING.');
    expect(text).toContain('Mette 20123456');
    expect(await village.sms('+4521110012', 'JA')).toBe('understood');
    expect(await jobOf(id)).toMatchObject({ status: 'open', ownerAskedAt: null });
    expect(await notes()).toEqual([expect.stringContaining('er slået op')]);
    await village.pass('PT5M');
    expect(village.texts('+4521110012').at(-1)).toMatch(/^Tak for svaret\. Jobbet er slået op\./);
  });

  it('says JA to a draft without a contact: it waits, and a person is told what is missing', async () => {
    const id = await drafted({ withContact: false });
    await village.sms('+4521110012', 'ja tak');
    expect(await jobOf(id)).toMatchObject({ status: 'draft', ownerAskedAt: null });
    expect(await notes()).toEqual([expect.stringContaining('Der mangler en fast kontaktperson')]);
    const tasks = await village.inside((unit) => unit.tasks.list({ kind: 'owner-answered' }));
    expect(tasks).toMatchObject([{ staffId: village.mette.id, smallJobId: id }]);
  });

  it.each([
    ['NEJ', 'sagde nej'],
    ['RING', 'ringes op'],
  ])('says %s: nothing is published', async (word, note) => {
    const id = await drafted();
    await village.sms('+4521110012', word);
    expect((await jobOf(id))?.status).toBe('draft');
    expect(await notes()).toEqual([expect.stringContaining(note)]);
  });

  it('answers once: a second JA is no answer to a draft', async () => {
    const id = await drafted();
    await village.sms('+4521110012', 'NEJ');
    await village.sms('+4521110012', 'JA');
    expect((await jobOf(id))?.status).toBe('draft');
    expect(await notes()).toHaveLength(1);
  });

  it('is not asked about what is open already', async () => {
    const id = await drafted();
    await village.use(PublishSmallJob).execute(id, mette());
    await expect(village.use(AskOwner).execute(id, mette())).rejects.toMatchObject({
      code: 'small-job.wrong-state',
    });
    expect((await jobOf(id))?.ownerAskedAt).toBeNull();
  });
});

describe('the lists of small jobs', () => {
  const list = (over: object = {}) =>
    village.use(SmallJobDesk).list({ view: 'mine', sort: 'newest', ...over }, { limit: 10 }, mette());

  it('count each view, and narrow by company and contact within one', async () => {
    const id = await drafted({ withContact: false });
    const mine = await list();
    expect(mine.items.map(({ smallJob }) => smallJob.id)).toEqual([village.smallJob.id]);
    expect(mine.items[0]).toMatchObject({ contact: { id: village.mette.id }, proposals: 0 });
    expect(mine.counts).toMatchObject({
      mine: 1,
      open: 1,
      drafts: 1,
      'no-contact': 1,
      'no-proposal': 1,
      all: 2,
    });
    const without = await list({ view: 'no-contact' });
    expect(without.items.map(({ smallJob }) => smallJob.id)).toEqual([id]);
    expect((await list({ view: 'no-contact', contactId: village.mette.id })).items).toEqual([]);
    expect((await list({ view: 'all', companyId: village.company.id, sort: 'starts' })).items).toHaveLength(
      2,
    );
    expect((await list({ view: 'all', category: 'koekken' })).items).toEqual([]);
  });
});
