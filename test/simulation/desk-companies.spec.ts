import { describe, expect, it } from '@jest/globals';
import type { Agreement, Company } from '#domain';
import { CompanyList, ProposeMatch, ShowCompanyDesk, type CompanyFilter } from '#use-cases';
import { companyView } from '../../apps/api/src/pages/staff/companies/company-view.js';
import type { TimelineView } from '../../apps/api/src/pages/staff/timeline/timeline-view.js';
import { Village } from './village.js';

const page = { limit: 50 };
const names = async (village: Village, filter: CompanyFilter, staff = village.mette): Promise<string[]> => {
  const { items } = await village.use(CompanyList).execute(filter, page, village.as(staff));
  return items.map(({ company }) => company.name);
};

async function movesIn(village: Village, name: string, over: Partial<Company> = {}): Promise<Company> {
  const company = village.rows.company({ name, createdAt: village.now, ...over });
  await village.inside((unit) => unit.companies.insert(company));
  return company;
}

async function agreed(village: Village, over: Partial<Agreement>): Promise<void> {
  const match = village.rows.match(village.smallJob.id, village.jonas.id, { state: 'confirmed' });
  const offer = village.rows.offer(match, village.company.id, { state: 'accepted' });
  await village.inside(async (unit) => {
    await unit.matches.insert(match);
    await unit.offers.insert(offer);
    await unit.agreements.insert(village.rows.agreement(offer, { signedAt: village.now, ...over }));
  });
}

describe('the companies', () => {
  it('stand in Danish order, and are found by a part of the name or by their number', async () => {
    const village = await Village.found();
    const [a, b, c] = ['Ågård Gartneri', 'Ærø Rederi', 'Østjysk Køkken'];
    for (const [at, name] of [a, b, c].entries()) await movesIn(village, name, { cvr: `1000000${at}` });
    const all = await names(village, {});
    expect(all).toEqual([village.company.name, b, c, a]);
    expect(await names(village, { text: 'KØK' })).toEqual([c]);
    expect(await names(village, { text: '10000001' })).toEqual([b]);
    expect(await names(village, { order: 'newest', text: 'rederi' })).toEqual([b]);
  });

  it('are counted in every view, and go on where the page ended', async () => {
    const village = await Village.found();
    const other = await movesIn(village, 'Ømosen');
    const first = await village.use(CompanyList).execute({}, { limit: 1 }, village.as(village.mette));
    expect(first.counts).toMatchObject({ all: 2, mine: 1, idle: 1, silent: 0, 'unpaid-only': 0 });
    const second = await village
      .use(CompanyList)
      .execute({}, { limit: 1, after: first.next! }, village.as(village.mette));
    expect([second.items[0]?.company.id, second.next]).toEqual([other.id, null]);
    expect(await names(village, { view: 'idle' })).toEqual(['Ømosen']);
    expect(await names(village, { view: 'mine' }, village.lars)).toEqual([]);
  });

  it('are silent once they were reminded and have not answered', async () => {
    const village = await Village.found();
    const interest = { how: 'phone' as const, at: village.now.toString(), fields: ['goals'] };
    await village
      .use(ProposeMatch)
      .execute(
        { smallJobId: village.smallJob.id, citizenId: village.jonas.id, interest },
        village.as(village.mette),
      );
    expect(await names(village, { view: 'silent' })).toEqual([]);
    await village.pass('PT49H');
    expect(await names(village, { view: 'silent' })).toEqual([village.company.name]);
  });

  it('with people and without pay are marked, until the paid hours begin (R73)', async () => {
    const village = await Village.found();
    await agreed(village, { startDate: '2026-10-26', paidFrom: '2026-11-09' });
    expect(await names(village, { view: 'unpaid-only' })).toEqual([village.company.name]);
    await village.pass('PT168H');
    expect(await names(village, { view: 'unpaid-only' })).toEqual([]);
  });
});

describe('a company on the desk', () => {
  it('has its people with paid and unpaid hours apart, and who sees them is written down', async () => {
    const village = await Village.found();
    await agreed(village, {
      startDate: '2026-10-26',
      paidFrom: '2026-10-26',
      hours: [{ from: '2026-10-26', paid: village.smallJob.weeklyShifts }],
      unpaid: [{ weekday: 2, start: '08:00', end: '10:00', task: 'Følge med' }],
    });
    const desk = await village.use(ShowCompanyDesk).execute(village.company.id, village.as(village.lars));
    expect(desk.people.map(({ citizen, weekly }) => [citizen.name, weekly])).toEqual([
      ['Jonas Prøvesen', { paid: 720, unpaid: 120 }],
    ]);
    expect(desk.standing).toEqual({ paidNow: 1, unpaidNow: 0, becamePaid: 0, neverPaid: 0 });
    expect(village.transactor.accessLog).toContainEqual(
      expect.objectContaining({ citizenIds: [village.jonas.id], staffId: village.lars.id, kind: 'shown' }),
    );
  });

  it('is for nobody but the municipality', async () => {
    const village = await Village.found();
    const look = village.use(ShowCompanyDesk).execute(village.company.id, village.employer);
    await expect(look).rejects.toEqual(expect.objectContaining({ code: 'not-allowed' }));
  });
});

describe('a company that wrote STOP', () => {
  const shown = async (village: Village) => {
    const desk = await village.use(ShowCompanyDesk).execute(village.company.id, village.as(village.mette));
    const timeline = { label: '', rows: [] } as unknown as TimelineView;
    const { alerts } = companyView(desk, timeline);
    return alerts.map(({ text }) => text);
  };

  it('is seen on its page, with what goes instead, until START comes from the same number', async () => {
    const village = await Village.found();
    expect(await shown(village)).toEqual([]);
    await village.sms(village.company.contact.phone, 'STOP');
    expect(await shown(village)).toEqual([
      expect.stringMatching(
        /^21 11 00 12 får ingen SMS: STOP blev skrevet derfra .*ring med det.*START fra samme nummer\.$/,
      ),
    ]);
    await village.inside(async (unit) => {
      const company = (await unit.companies.find(village.company.id))!;
      await unit.companies.update({
        ...company,
        contact: { ...company.contact, email: 'ali@frugt.example' },
      });
    });
    expect(await shown(village)).toEqual([
      expect.stringContaining('Vi skriver til ali@frugt.example i stedet.'),
    ]);
    await village.sms(village.company.contact.phone, 'START');
    expect(await shown(village)).toEqual([]);
  });

  it('says nothing about a number that it has not any more', async () => {
    const village = await Village.found();
    await village.sms(village.company.contact.phone, 'forkert nummer');
    expect(await shown(village)).toEqual([expect.stringContaining('at nummeret er forkert')]);
    await village.inside(async (unit) => {
      const [company] = await unit.companies.list({});
      await unit.companies.update({ ...company!, contact: { ...company!.contact, phone: '+4521110099' } });
      for (const job of await unit.smallJobs.list({}))
        await unit.smallJobs.update({
          ...job,
          companyContact: { ...job.companyContact, phone: '+4521110099' },
        });
    });
    expect(await shown(village)).toEqual([]);
  });
});
