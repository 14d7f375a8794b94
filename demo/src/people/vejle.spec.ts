import { describe, expect, test } from '@jest/globals';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { cvr } from 'stdnum/lib/cjs/dk/index.js';
import { checkAgreement, checkCitizen, checkSmallJob, localDateOf, metresBetween, Temporal } from '#domain';
import { matchingDay, rankCitizens } from '#matching';
import type { DemoDay } from './demo-day.js';
import { samsoe } from './samsoe.js';
import { vejle } from './vejle.js';

const now = Temporal.Instant.from('2026-11-22T09:00:00Z');
const day: DemoDay = { now, today: localDateOf(now), holidays: new Set(['2026-12-25']) };
const rows = vejle(day);
const others = samsoe(day);

describe('the people of the demo', () => {
  test('are made without chance: the same day gives the same people', () => {
    expect(vejle(day)).toEqual(rows);
    const nextWeek = { ...day, now: now.add({ hours: 168 }), today: '2026-11-29' };
    expect(vejle(nextWeek).citizens.map(({ id, name }) => id + name)).toEqual(
      rows.citizens.map(({ id, name }) => id + name),
    );
  });

  test('keep every rule that the product keeps', () => {
    for (const { citizens, smallJobs, companies, staff, contacts } of [rows, others]) {
      for (const citizen of citizens) checkCitizen(citizen);
      for (const job of smallJobs) checkSmallJob(job);
      const answered = new Set(
        contacts.filter(({ endedAt }) => !endedAt).map(({ smallJobId }) => smallJobId),
      );
      const unanswered = smallJobs.filter(({ id, status }) => status !== 'draft' && !answered.has(id));
      expect(unanswered).toEqual([]);
      const phones = [...citizens, ...staff, ...companies.map(({ contact }) => contact)].map(
        ({ phone }) => phone,
      );
      expect(phones.filter((phone) => phone && !parsePhoneNumberFromString(phone)?.isValid())).toEqual([]);
      expect(companies.filter((company) => !cvr.validate(company.cvr).isValid)).toEqual([]);
    }
    for (const agreement of rows.agreements) checkAgreement(agreement, []);
  });

  test('are offered the wages of the agreements on their day', () => {
    const wages = (today: string) =>
      new Set(vejle({ ...day, today }).smallJobs.map(({ hourlyWageOre }) => hourlyWageOre));
    expect(wages('2027-02-28')).toContain(15_845);
    expect(wages('2027-03-01')).not.toContain(15_845);
    expect(wages('2027-03-01')).toContain(16_295);
  });

  test('differ in what they want, and how they are reached', () => {
    const channels = rows.citizens.map(({ preferredChannel }) => preferredChannel);
    expect(new Set(channels)).toEqual(new Set(['sms', 'email', 'call', 'letter', 'in-person']));
    const words = rows.citizens.flatMap(({ jobGoals }) => jobGoals.map(({ ownWords }) => ownWords));
    expect(new Set(words).size).toBeGreaterThan(75);
    expect(new Set(rows.citizens.map(({ name }) => name)).size).toBe(300);
    expect(rows.citizens.filter(({ language }) => language === 'en').length).toBeGreaterThan(5);
    expect(rows.citizens.filter(({ sharedPhone }) => sharedPhone).length).toBeGreaterThan(2);
    const addresses = [...rows.citizens, ...rows.staff].flatMap(({ email }) => email ?? []);
    expect(addresses.filter((email) => !/@(example\.org|[a-z]+\.example)$/.test(email))).toEqual([]);
  });

  test('live near, wait for long, mostly said yes, and have brokers with about 35 each', () => {
    const middle = { lat: 55.709, lon: 9.536 };
    expect(Math.max(...rows.citizens.map(({ position }) => metresBetween(position, middle)))).toBeLessThan(
      12_500,
    );
    const waited = rows.citizens.map(({ waitingSince }) => waitingSince.until(now).total('hours') / 24);
    expect(Math.min(...waited)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...waited)).toBeLessThanOrEqual(1500);
    const notYet = rows.citizens.filter(({ saidYes }) => !saidYes).length;
    expect(notYet).toBeGreaterThan(30);
    expect(notYet).toBeLessThan(60);
    const caseloads = rows.staff.map(
      ({ id }) => rows.citizens.filter(({ brokerId }) => brokerId === id).length,
    );
    expect(Math.min(...caseloads)).toBeGreaterThan(25);
    expect(Math.max(...caseloads)).toBeLessThan(43);
  });

  test('fit the fruit warehouse, or do not, each for reasons of their own', () => {
    const boxes = rows.smallJobs.find(({ title }) => title === 'Tomme kasser på frugtlageret')!;
    const fixedContactId = rows.contacts.find(({ smallJobId }) => smallJobId === boxes.id)!.staffId;
    const candidates = rows.citizens.map((citizen) => ({ ...citizen, agreedSlots: [] }));
    const job = { ...boxes, ruledOutCitizenIds: [], fixedContactId };
    const ranking = rankCitizens(job, candidates, { day: matchingDay(now), excluded: true });
    const idOf = (name: string): string => rows.citizens.find((citizen) => citizen.name === name)!.id;
    expect(ranking.eligible).toBeGreaterThanOrEqual(5);
    expect(ranking.ranked.slice(0, 2).map(({ citizenId }) => citizenId)).toContain(idOf('Jonas Hansen'));
    const failed = ranking.excluded.flatMap((one) => one.failed.map(({ constraint }) => constraint));
    expect(new Set(failed).size).toBeGreaterThanOrEqual(8);
    const karin = ranking.excluded.find(({ citizenId }) => citizenId === idOf('Karin Madsen'))!;
    expect(karin.failed.map(({ constraint }) => constraint)).toEqual(['windows']);
    expect(karin.failed[0]?.change.text).toContain('kl. 9');
  });

  test('leave Ali something to do: proposals, an offer, a shift, a month', () => {
    const frugt = rows.companies.find(({ contact }) => contact.name === 'Ali Demir')!;
    const jobs = new Set(
      rows.smallJobs.filter(({ companyId }) => companyId === frugt.id).map(({ id }) => id),
    );
    const proposed = rows.matches.filter(
      ({ smallJobId, state }) => jobs.has(smallJobId) && state === 'proposed',
    );
    expect(proposed.map(({ interest }) => interest?.startWithoutMeeting)).toEqual([true, false]);
    const faces = proposed.map(({ citizenId }) => rows.citizens.findIndex(({ id }) => id === citizenId) + 1);
    expect(Math.min(...faces)).toBeGreaterThan(7);
    const open = rows.offers.filter(({ companyId, state }) => companyId === frugt.id && state === 'sent');
    const nameOf = (citizenId: string) => rows.citizens.find(({ id }) => id === citizenId)?.name;
    expect(open.map(({ citizenId }) => nameOf(citizenId))).toEqual(['Sanne Toftegaard']);
    expect(Temporal.Instant.compare(open[0]!.expiresAt, now.add({ hours: 24 }))).toBe(1);
    const shifts = rows.shifts.filter(({ companyId }) => companyId === frugt.id);
    const running = shifts.filter(({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0);
    expect(running.map(({ state, citizenId }) => [state, nameOf(citizenId)])).toEqual([
      ['unconfirmed', 'Samir Haddad'],
    ]);
    const lastMonth = shifts.filter(({ date, confirmedAt }) => date.startsWith('2026-10') && !confirmedAt);
    expect(lastMonth.length).toBeGreaterThan(10);
  });

  test('have worked: every seat has its agreement, and shifts ended in many ways', () => {
    for (const job of rows.smallJobs) {
      const agreed = rows.agreements.filter(
        ({ smallJobId, state }) => smallJobId === job.id && state !== 'ended',
      );
      const offered = rows.offers.filter(
        ({ smallJobId, state }) => smallJobId === job.id && state === 'sent',
      );
      expect([job.title, job.seatsTaken]).toEqual([job.title, agreed.length + offered.length]);
    }
    const states = rows.shifts.map(({ state }) => state);
    for (const state of ['present', 'late', 'absent-reported'] as const) expect(states).toContain(state);
    expect(states).not.toContain('planned');
    const confirmed = rows.shifts.filter(({ confirmedAt }) => confirmedAt !== null);
    expect(confirmed.length).toBeGreaterThan(100);
    const early = confirmed.filter(({ confirmedAt }) => Temporal.Instant.compare(confirmedAt!, now) > 0);
    expect(early).toEqual([]);
    expect(rows.shifts.some(({ paid }) => !paid)).toBe(true);
  });
});
