import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Citizen, SmallJob } from '#domain';
import { citizenInputs, smallJobInputs } from '#matching';
import type { MatchingChanges, UnitOfWork } from '#use-cases';
import { databases, type DatabaseUnderTest } from './databases.js';
import { at } from './rows.js';
import { workplaceIn, type Workplace } from './workplace.js';

const none: MatchingChanges = { citizenIds: [], smallJobIds: [], companyIds: [], all: false };

/** Another value of each input: an input that is new to the engine has to be named here, and noted by the journal. */
const otherCitizen: { [K in Exclude<(typeof citizenInputs)[number], 'id'>]: Citizen[K] } = {
  position: { lat: 55.1, lon: 9.1 },
  jobGoals: [],
  dream: 'have',
  hours: { min: 1, max: 2, wish: 1 },
  windows: [],
  reach: { car: 5 },
  limits: { liftKg: 1, standing: 0, noise: 0, peopleContact: 0, other: [] },
  danishLevel: 1,
  certificates: ['truck'],
  ruledOutCompanyIds: ['0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c'],
  placementUsedCompanyIds: ['0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c'],
  triedJobs: [
    { smallJobId: 'x', category: 'lager', weeklyMinutes: 60, noise: 1, peopleContact: 1, wentWell: true },
  ],
  needs: ['rolig-start'],
  saidYes: false,
  availableFrom: '2027-01-01',
  brokerId: null,
  waitingSince: at('2025-01-01T00:00:00Z'),
};
const otherJob: {
  [K in Exclude<(typeof smallJobInputs)[number], 'id' | 'companyId'> | 'status' | 'positions']: SmallJob[K];
} = {
  category: 'butik',
  weeklyShifts: [],
  startDate: '2027-01-01',
  endDate: '2027-06-01',
  startFlexibilityMinutes: 5,
  demands: { liftKg: 1, standing: 0, noise: 0, peopleContact: 0, other: [] },
  danishLevel: 4,
  certificates: ['truck'],
  accommodationsOffered: [],
  roomToGrowHours: 9,
  status: 'closed',
  positions: 4,
};

describe.each(databases)('the journal of matching %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;
  let begun: number;

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    place = await workplaceIn(database);
    await place.inside(async (unit) => {
      await unit.contacts.insert(place.rows.contact(place.smallJob.id, place.staff.id));
      await unit.smallJobs.update({ ...place.smallJob, status: 'open' });
    });
    begun = await version();
  });

  const version = () => place.inside((unit) => unit.matchingJournal.version());
  const changes = (after = begun) => place.inside((unit) => unit.matchingJournal.changesAfter(after));
  /** What one transaction leaves, and that it is one version. */
  const left = async (work: (unit: UnitOfWork) => Promise<unknown>): Promise<MatchingChanges | null> => {
    const before = await version();
    await place.inside(work);
    expect([before, before + 1]).toContain(await version());
    return changes(before);
  };

  test('begins at zero and counts transactions, whatever they wrote', async () => {
    expect(begun).toBe(2);
    expect(await changes()).toEqual(none);
    expect((await changes(0))?.citizenIds).toEqual([place.citizen.id]);
  });

  test.each(Object.entries(otherCitizen))('notes the citizen’s %s', async (field, value) => {
    const left_ = await left((unit) => unit.citizens.update({ ...place.citizen, [field]: value }));
    expect(left_).toEqual({ ...none, citizenIds: [place.citizen.id] });
  });

  test.each(Object.entries(otherJob))('notes the small job’s %s', async (field, value) => {
    const job = { ...place.smallJob, status: 'open', [field]: value } as SmallJob;
    expect(await left((unit) => unit.smallJobs.update(job))).toEqual({
      ...none,
      smallJobIds: [place.smallJob.id],
    });
  });

  test('notes a seat, a workplace, another company', async () => {
    const open = { ...place.smallJob, status: 'open' as const };
    const { workplace } = open;
    const other = place.rows.company();
    await place.inside((unit) => unit.companies.insert(other));
    for (const over of [
      { seatsTaken: 1 },
      { workplace: { ...workplace, position: { lat: 55, lon: 9 } } },
      { companyId: other.id },
    ]) {
      const noted = await left((unit) => unit.smallJobs.update({ ...open, ...over }));
      expect(noted?.smallJobIds).toEqual([open.id]);
    }
  });

  test('does not note what matching never sees', async () => {
    const noted = await left(async (unit) => {
      await unit.citizens.update({ ...place.citizen, phone: '+4520999999', contactLevel: 'close' });
      await unit.smallJobs.update({ ...place.smallJob, status: 'open', title: 'Et andet navn' });
      await unit.companies.update({ ...place.company, name: 'Et andet navn' });
      await unit.smallJobs.insert(place.rows.smallJob(place.company.id));
      await unit.matches.update({ ...place.match, note: 'talte godt' });
      await unit.offers.update({ ...place.offer, companyToldAt: at('2026-11-05T08:00:00Z') });
      await unit.agreements.update({ ...place.agreement, callAgreement: 'ring før 9' });
    });
    expect(noted).toEqual(none);
    expect(await version()).toBe(begun);
  });

  test('notes the person whose hours are agreed, or no longer', async () => {
    const person = { ...none, citizenIds: [place.citizen.id] };
    const { offer, agreement } = place;
    expect(await left((unit) => unit.offers.update({ ...offer, state: 'withdrawn' }))).toEqual(person);
    expect(await left((unit) => unit.offers.update({ ...offer, state: 'accepted' }))).toEqual(person);
    expect(
      await left((unit) => unit.agreements.update({ ...agreement, state: 'ended', endReason: null })),
    ).toEqual(person);
    expect(await left((unit) => unit.agreements.update({ ...agreement, hours: [] }))).toEqual(person);
    expect(await left((unit) => unit.agreements.remove({ id: agreement.id }))).toEqual(person);
    expect(await left((unit) => unit.offers.remove({ id: offer.id }))).toEqual(person);
  });

  test('notes the company that said no to somebody', async () => {
    const ruledOut = { ...place.company, ruledOutCitizenIds: [place.citizen.id] };
    const company = { ...none, companyIds: [place.company.id] };
    expect(await left((unit) => unit.companies.update(ruledOut))).toEqual(company);
    expect(await left((unit) => unit.companies.update(place.company))).toEqual(company);
  });

  test('notes the small job that has another contact', async () => {
    const other = place.rows.staff();
    const noted = await left(async (unit) => {
      await unit.staff.insert(other);
      const [old] = await unit.contacts.list({ smallJobId: place.smallJob.id });
      await unit.contacts.update({ ...old!, endedAt: old!.startedAt });
      await unit.contacts.insert(place.rows.contact(place.smallJob.id, other.id));
    });
    expect(noted).toEqual({ ...none, smallJobIds: [place.smallJob.id] });
  });

  test('notes who comes and who goes, each once and all of a transaction together', async () => {
    const newcomer = place.rows.citizen();
    const noted = await left(async (unit) => {
      await unit.citizens.insert(newcomer);
      await unit.citizens.update({ ...newcomer, saidYes: false });
      await unit.citizens.update({ ...newcomer, danishLevel: 2 });
    });
    expect(noted).toEqual({ ...none, citizenIds: [newcomer.id] });
    const gone = await left((unit) => unit.citizens.remove({ id: newcomer.id }));
    expect(gone).toEqual({ ...none, citizenIds: [newcomer.id] });
    expect((await changes())?.citizenIds).toEqual([newcomer.id]);
  });

  test('keeps nothing of a transaction that failed', async () => {
    const failing = place.inside(async (unit) => {
      await unit.citizens.update({ ...place.citizen, saidYes: false });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await version()).toBe(begun);
    expect(await changes()).toEqual(none);
  });

  test('says when it does not reach back', async () => {
    const change = (saidYes: boolean) =>
      place.inside((unit) => unit.citizens.update({ ...place.citizen, saidYes }));
    await change(false);
    await change(true);
    const tomorrow = (await place.inside((unit) => unit.now())).add({ hours: 24 });
    expect(await place.inside((unit) => unit.matchingJournal.forget(tomorrow))).toBe(begun + 2);
    expect(await changes()).toBeNull();
    expect(await changes(begun + 2)).toEqual(none);
    await change(false);
    expect(await changes(begun + 2)).toEqual({ ...none, citizenIds: [place.citizen.id] });
    expect(await changes(begun + 1)).toBeNull();
    expect(await changes(begun + 9)).toBeNull();
  });

  test('asks everybody to read everything again', async () => {
    expect(await left((unit) => unit.matchingJournal.askForAll())).toEqual({ ...none, all: true });
  });

  test('is one municipality’s own', async () => {
    const other = await workplaceIn(database);
    expect(await version()).toBe(begun);
    expect(await other.inside((unit) => unit.matchingJournal.version())).toBe(1);
  });
});

describe.each(databases)('reading at one moment %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;

  beforeAll(async () => {
    database = await open();
    place = await workplaceIn(database);
  });
  afterAll(() => database.close());

  test('sees rows and version as they were together', async () => {
    const read = await database.transactor.atOneMoment(place.municipalityId, async (unit) => [
      await unit.matchingJournal.version(),
      (await unit.citizens.list()).map(({ id }) => id),
    ]);
    expect(read).toEqual([1, [place.citizen.id]]);
  });

  test('sees no other municipality', async () => {
    const other = await workplaceIn(database);
    const read = (id: string) =>
      database.transactor.atOneMoment(other.municipalityId, (unit) => unit.citizens.find(id));
    expect(await read(other.citizen.id)).toEqual(other.citizen);
    expect(await read(place.citizen.id)).toBeUndefined();
  });

  test('keeps what is written, or nothing', async () => {
    const write = (work: (unit: UnitOfWork) => Promise<unknown>) =>
      database.transactor.atOneMoment(place.municipalityId, work);
    await write((unit) => unit.citizens.update({ ...place.citizen, name: 'En anden' }));
    const failing = write(async (unit) => {
      await unit.citizens.update({ ...place.citizen, name: 'En tredje' });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect((await place.inside((unit) => unit.citizens.find(place.citizen.id)))?.name).toBe('En anden');
  });
});
