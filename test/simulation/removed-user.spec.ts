import { describe, expect, test } from '@jest/globals';
import type { CompanyUser, Match } from '#domain';
import {
  AddCompanyUser,
  AnswerByLink,
  ChangeCompany,
  ChangeSmallJob,
  ConfirmMatch,
  MakeCalendarFeed,
  PostSmallJob,
  ProposeMatch,
  PublishSmallJob,
  ReadCalendarFeed,
  RemoveCompanyUser,
  ShowAnswerPage,
  type SmallJobInput,
} from '#use-cases';
import { ReadableSecrets } from '../fakes/index.js';
import { Village } from './village.js';

const SARA = '+4521110099';
const NOT_FOUND = { code: 'link.not-found' };

interface Scene {
  village: Village;
  ali: CompanyUser;
  sara: CompanyUser;
  match: Match;
  link: string;
  remove: (user: CompanyUser, by?: CompanyUser) => Promise<void>;
}

/** Ali is the contact of the company and of its job, and has the link to a proposal; Sara is a colleague. */
async function proposed(): Promise<Scene> {
  const village = await Village.found();
  const { company, employer } = village;
  const add = (name: string, phone: string | null, email: string | null) =>
    village.use(AddCompanyUser).execute(company.id, { name, phone, email }, employer);
  const ali = await add(company.contact.name, company.contact.phone, null);
  const sara = await add('Sara Demir', SARA, 'sara@frugt.example');
  const interest = { how: 'phone' as const, at: village.now.toString(), fields: ['goals'] };
  const match = await village
    .use(ProposeMatch)
    .execute(
      { smallJobId: village.smallJob.id, citizenId: village.jonas.id, interest },
      village.as(village.mette),
    );
  await village.pass('PT1M');
  const link = /\/e\/([\w-]{22})/.exec(village.texts(company.contact).join(' '))![1]!;
  const remove = (user: CompanyUser, by?: CompanyUser) =>
    village
      .use(RemoveCompanyUser)
      .execute(company.id, user.id, employer, { newContactUserId: by?.id ?? null });
  return { village, ali, sara, match, link, remove };
}

const stateOf = async ({ village, match }: Scene) =>
  (await village.inside((unit) => unit.matches.find(match.id)))!.state;

describe('somebody who is removed from a company', () => {
  test('and whom it is written to: another one is chosen in the same step', async () => {
    const { village, ali, sara, remove } = await proposed();
    await expect(remove(ali)).rejects.toMatchObject({ code: 'company-user.is-contact' });
    await expect(remove(ali, ali)).rejects.toMatchObject({ code: 'company-user.is-contact' });
    const { id } = village.company;
    const kim = await village
      .use(AddCompanyUser)
      .execute(id, { name: 'Kim', email: 'kim@frugt.example' }, village.employer);
    await expect(remove(ali, kim)).rejects.toMatchObject({ code: 'company-user.no-phone' });
    expect((await village.inside((unit) => unit.companyUsers.find(ali.id)))!.active).toBe(true);

    await remove(ali, sara);
    await remove(ali);
    const { contact } = (await village.inside((unit) => unit.companies.find(id)))!;
    expect(contact).toEqual({ name: 'Sara Demir', phone: SARA, email: 'sara@frugt.example' });
    const job = (await village.inside((unit) => unit.smallJobs.find(village.smallJob.id)))!;
    expect(job.companyContact).toEqual({ name: 'Sara Demir', phone: SARA });
  });

  test('is sent no name and no number any more; whoever took over is', async () => {
    const { village, ali, sara, match, remove } = await proposed();
    await remove(ali, sara);
    const before = village.to(village.company.contact).length;
    await village.use(ConfirmMatch).execute(match.id, 'meet', village.employer);
    await village.pass('PT1M');
    await village.sms(village.jonas.phone, 'JA');
    await village.until('2026-11-05T12:00:00Z');
    expect(village.texts(SARA).join(' ')).toContain('Jonas');
    expect(village.to(village.company.contact)).toHaveLength(before);
  });

  test('says yes for the company no more: neither by SMS nor by the link in it', async () => {
    const scene = await proposed();
    const { village, ali, sara, link, remove } = scene;
    expect((await village.use(ShowAnswerPage).execute(link)).purpose).toBe('match');
    const other = await proposed();
    await other.village.sms(other.ali.phone, 'JA');
    expect(await stateOf(other)).toBe('confirmed');
    await remove(ali, sara);
    await village.sms(ali.phone, 'JA');
    await expect(village.use(ShowAnswerPage).execute(link)).rejects.toMatchObject(NOT_FOUND);
    await expect(village.use(AnswerByLink).execute(link, { answer: 'yes' })).rejects.toMatchObject(NOT_FOUND);
    expect(await stateOf(scene)).toBe('proposed');
  });

  test('gets nothing that waits for the morning either', async () => {
    const { village, ali, sara, match, remove } = await proposed();
    await village.until('2026-11-02T21:00:00Z');
    const before = village.to(ali).length;
    await village.use(ConfirmMatch).execute(match.id, 'meet', village.employer);
    await village.inside(async (unit) => {
      const waiting = await unit.messages.list(
        { companyId: village.company.id },
        { order: [{ by: 'createdAt' }] },
      );
      const last = waiting.at(-1)!;
      await unit.messages.update({ ...last, id: last.id, state: 'queued' });
    });
    await remove(ali, sara);
    const queued = await village.inside((unit) => unit.messages.list({ state: 'queued' }));
    expect(queued.filter(({ companyId }) => companyId).map(({ to }) => to)).toEqual([SARA]);
    expect(village.to(ali)).toHaveLength(before);
  });

  test('no longer sees the calendar of the company, contact or not', async () => {
    const { village, ali, sara, remove } = await proposed();
    const { token } = await village.use(MakeCalendarFeed).execute(village.employer);
    await remove(sara);
    await expect(village.use(ReadCalendarFeed).execute(token)).rejects.toMatchObject(NOT_FOUND);
    await expect(remove(ali)).rejects.toMatchObject({ code: 'company-user.last-one' });
  });

  test('and is the last one, by the municipality: nobody speaks for the company', async () => {
    const scene = await proposed();
    const { village, ali, sara, link, remove } = scene;
    await remove(sara);
    const byMette = village.use(RemoveCompanyUser);
    await byMette.execute(village.company.id, ali.id, village.as(village.mette));
    await village.sms(ali.phone, 'JA');
    await expect(village.use(ShowAnswerPage).execute(link)).rejects.toMatchObject(NOT_FOUND);
    expect(await stateOf(scene)).toBe('proposed');
  });
});

test('a number that the company gave up opens its links no more', async () => {
  const { village, link } = await proposed();
  await village.inside(async (unit) => {
    const job = (await unit.smallJobs.lock(village.smallJob.id))!;
    await unit.smallJobs.update({ ...job, companyContact: { name: 'Sara Demir', phone: SARA } });
  });
  const change = { contact: { phone: '+4521110013' } };
  await village.use(ChangeCompany).execute(village.company.id, change, village.as(village.mette));
  await expect(village.use(ShowAnswerPage).execute(link)).rejects.toMatchObject(NOT_FOUND);
});

test('a number that was wrong is corrected in the jobs that call it, and the old one answers no more', async () => {
  const village = await Village.found();
  const { company, smallJob, mette } = village;
  const right = { contact: { phone: '+4521110013' } };
  await village.use(ChangeCompany).execute(company.id, right, village.as(mette));
  const called = async () =>
    (await village.inside((unit) => unit.smallJobs.find(smallJob.id)))!.companyContact;
  expect(await called()).toEqual({ name: 'Ali Demir', phone: '+4521110013' });
  const known = await village.transactor.lookUp('phone', new ReadableSecrets().phoneHash('+4521110012'));
  expect(known.some(({ expired }) => !expired)).toBe(false);
  // Somebody else takes over the talks with us: whoever is at the workplace is there still.
  const other = { contact: { name: 'Sara Demir', phone: SARA } };
  await village.use(ChangeCompany).execute(company.id, other, village.as(mette));
  expect(await called()).toEqual({ name: 'Ali Demir', phone: '+4521110013' });
});

describe('the number that a job is called at', () => {
  const NEW = '+4521110055';
  const known = async (village: Village, phone: string): Promise<boolean> => {
    const hits = await village.transactor.lookUp('phone', new ReadableSecrets().phoneHash(phone));
    return hits.some(({ details, expired }) => details?.['who'] === 'company' && !expired);
  };
  const draft = async () => {
    const village = await Village.found();
    const { smallJob, company, employer } = village;
    const known = Object.entries(smallJob).filter(([, value]) => value !== null);
    const input = Object.fromEntries(known) as unknown as SmallJobInput;
    const companyContact = { name: 'Sara Demir', phone: SARA };
    const posted = await village.use(PostSmallJob).execute({ ...input, companyContact }, employer);
    const { id } = posted.smallJob;
    await village.inside((unit) => unit.contacts.insert(village.rows.contact(id, village.mette.id)));
    const call = (phone: string) =>
      village.use(ChangeSmallJob).execute(id, { companyContact: { name: 'Sara Demir', phone } }, employer);
    const publish = () => village.use(PublishSmallJob).execute(id, employer);
    return { village, company, call, publish };
  };

  test('answers for the company once the job is published, and not while it is a draft', async () => {
    const { village, call, publish } = await draft();
    expect(await known(village, SARA)).toBe(false);
    await call(NEW);
    expect(await known(village, NEW)).toBe(false);
    await publish();
    expect([await known(village, NEW), await known(village, SARA)]).toEqual([true, false]);
  });

  test('answers no more once it is another one, unless the company is reached there otherwise', async () => {
    const { village, company, call, publish } = await draft();
    await publish();
    await call(NEW);
    expect([await known(village, NEW), await known(village, SARA)]).toEqual([true, false]);
    await call(company.contact.phone);
    await call(SARA);
    expect([await known(village, NEW), await known(village, company.contact.phone)]).toEqual([false, true]);
  });
});
