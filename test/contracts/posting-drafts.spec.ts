import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PostingAnswers } from '#domain';
import { databases, type DatabaseUnderTest } from './databases.js';
import { at } from './rows.js';
import { workplaceIn, type Workplace } from './workplace.js';

describe.each(databases)('drafts of postings %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;

  beforeAll(async () => {
    database = await open();
    place = await workplaceIn(database);
  });
  afterAll(() => database.close());

  test('are kept as they were answered, down to what is null and what is not there', async () => {
    const { rows, inside, company, smallJob } = place;
    const answers: PostingAnswers = {
      title: 'Æbler & "gåseøjne" 🍎',
      endDate: null,
      collectiveAgreement: null,
      weeklyShifts: [{ weekday: 7, start: '20:00', end: '24:00', breakMinutes: 0 }],
      demands: { liftKg: 5, other: [] },
    };
    const draft = rows.postingDraft(company.id, { answers });
    await inside((unit) => unit.postingDrafts.insert(draft));
    expect(await inside((unit) => unit.postingDrafts.find(draft.id))).toEqual(draft);

    const posted = { ...draft, version: 2, smallJobId: smallJob.id, updatedAt: at('2026-11-03T08:00:00Z') };
    await inside((unit) => unit.postingDrafts.update(posted));
    expect(await inside((unit) => unit.postingDrafts.lock(draft.id))).toEqual(posted);
  });

  test('are listed while they are no small job, and forgotten by age', async () => {
    const { rows, inside, company, smallJob } = place;
    const old = rows.postingDraft(company.id, { updatedAt: at('2026-01-01T08:00:00Z') });
    const newer = rows.postingDraft(company.id, { updatedAt: at('2026-06-01T08:00:00Z') });
    const posted = rows.postingDraft(company.id, { smallJobId: smallJob.id });
    await inside((unit) => unit.postingDrafts.insertMany([old, newer, posted]));
    const open_ = await inside((unit) =>
      unit.postingDrafts.list({ companyId: company.id, smallJobId: null }, { order: [{ by: 'id' }] }),
    );
    expect(open_.map(({ id }) => id)).toEqual([old.id, newer.id]);
    const before = at('2026-06-01T08:00:00Z');
    expect(await inside((unit) => unit.postingDrafts.remove({ updatedAt: { before } }))).toBe(1);
    expect(await inside((unit) => unit.postingDrafts.find(old.id))).toBeUndefined();
  });

  test('belong to one municipality', async () => {
    const elsewhere = await workplaceIn(database);
    const draft = place.rows.postingDraft(place.company.id);
    await place.inside((unit) => unit.postingDrafts.insert(draft));
    expect(await elsewhere.inside((unit) => unit.postingDrafts.find(draft.id))).toBeUndefined();
    expect(await elsewhere.inside((unit) => unit.postingDrafts.list())).toEqual([]);
  });
});
