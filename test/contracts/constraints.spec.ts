import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DomainError, type CompanyUser, type ErrorCode, type Shift, type SmallJob } from '#domain';
import type { UnitOfWork } from '#use-cases';
import { databases, type DatabaseUnderTest } from './databases.js';
import { at, ids } from './rows.js';
import { workplaceIn, type Workplace } from './workplace.js';

describe.each(databases)('rules that hold whatever the code does, %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    place = await workplaceIn(database);
  });
  afterAll(() => database.close());

  const refusal = async (work: (unit: UnitOfWork) => Promise<unknown>): Promise<ErrorCode | undefined> => {
    try {
      await place.inside(work);
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  };
  const inserting = (shift: Shift) => refusal((unit) => unit.shifts.insert(shift));
  const posting = (over: Partial<SmallJob>) =>
    refusal((unit) => unit.smallJobs.insert(place.rows.smallJob(place.company.id, over)));

  test('a company is known once', async () => {
    const { cvr } = place.company;
    expect(await refusal((unit) => unit.companies.insert(place.rows.company({ cvr })))).toBe(
      'company.cvr-taken',
    );
    const elsewhere = await workplaceIn(database);
    await elsewhere.inside((unit) => unit.companies.insert(elsewhere.rows.company({ cvr })));
  });

  test('a company has each user once, and can reach each', async () => {
    const { rows, company } = place;
    const user = rows.companyUser(company.id);
    const insert = (over: Partial<CompanyUser>) =>
      refusal((unit) => unit.companyUsers.insert(rows.companyUser(company.id, over)));
    await place.inside((unit) => unit.companyUsers.insert(user));
    expect(await insert({ phone: null })).toBe('company-user.already-there');
    expect(await insert({ email: null })).toBe('company-user.already-there');
    expect(await insert({ email: null, phone: null })).toBe('company-user.unreachable');
    const another = rows.company();
    await place.inside((unit) => unit.companies.insert(another));
    expect(await refusal((unit) => unit.companyUsers.insert(rows.companyUser(another.id)))).toBeUndefined();
    // Once removed, the address is free again.
    await place.inside((unit) =>
      unit.companyUsers.update({ ...user, active: false, removedAt: at('2026-12-01T08:00:00Z') }),
    );
    expect(await insert({})).toBeUndefined();
    expect(
      await place.inside((unit) => unit.companyUsers.list({ companyId: company.id, active: true })),
    ).toHaveLength(1);
  });

  test('keys and identities come back as they were', async () => {
    const { rows, staff } = place;
    const key = rows.apiKey({
      role: 'leader',
      staffId: staff.id,
      endsAt: at('2027-01-01T00:00:00Z'),
      lastUsedOn: '2026-12-01',
    });
    const identity = rows.externalIdentity(staff.id);
    await place.inside(async (unit) => {
      await unit.apiKeys.insert(key);
      await unit.externalIdentities.insert(identity);
    });
    expect(await place.inside((unit) => unit.apiKeys.first({ keyHash: key.keyHash }))).toEqual(key);
    expect(await place.inside((unit) => unit.externalIdentities.first({ subject: staff.id }))).toEqual(
      identity,
    );
  });

  test('seats are never oversold', async () => {
    const { smallJob } = place;
    expect(await refusal((unit) => unit.smallJobs.update({ ...smallJob, seatsTaken: 3 }))).toBeUndefined();
    expect(await refusal((unit) => unit.smallJobs.update({ ...smallJob, seatsTaken: 4 }))).toBe(
      'small-job.no-seat-left',
    );
    expect(await refusal((unit) => unit.smallJobs.update({ ...smallJob, seatsTaken: -1 }))).toBe(
      'small-job.no-seat-left',
    );
  });

  test('days come in their order', async () => {
    const { company, smallJob, staff, rows, offer, municipalityId } = place;
    const entity = () => ({ id: ids.next(), municipalityId });
    const backwards = { from: '2026-12-02', to: '2026-12-01' };
    expect(await posting({ startDate: '2026-12-02', endDate: '2026-12-01' })).toBe('small-job.dates-invalid');
    expect(
      await refusal((unit) =>
        unit.closingDays.insert({
          ...entity(),
          companyId: company.id,
          reason: null,
          cancelledShiftIds: [],
          ...backwards,
        }),
      ),
    ).toBe('company.closing-days-invalid');
    expect(
      await refusal((unit) =>
        unit.covers.insert({ ...entity(), smallJobId: smallJob.id, byStaffId: staff.id, ...backwards }),
      ),
    ).toBe('contact.cover-invalid');
    const ended = rows.agreement(offer, { state: 'ended', startDate: '2026-12-02', paidFrom: '2026-12-01' });
    expect(await refusal((unit) => unit.agreements.insert(ended))).toBe('agreement.dates-invalid');
  });

  test('a day is covered by one person', async () => {
    const { smallJob, staff, municipalityId } = place;
    const cover = (from: string, to: string) =>
      refusal((unit) =>
        unit.covers.insert({
          id: ids.next(),
          municipalityId,
          smallJobId: smallJob.id,
          byStaffId: staff.id,
          from,
          to,
        }),
      );
    expect(await cover('2026-12-01', '2026-12-05')).toBeUndefined();
    expect(await cover('2026-12-06', '2026-12-07')).toBeUndefined();
    expect(await cover('2026-12-05', '2026-12-05')).toBe('contact.cover-overlaps');
  });

  test('one open match of a citizen and a small job', async () => {
    const { smallJob, citizen, match, rows } = place;
    const again = (state: 'asking' | 'lapsed') =>
      refusal((unit) => unit.matches.insert(rows.match(smallJob.id, citizen.id, { state })));
    expect(await again('asking')).toBe('match.already-exists');
    expect(await again('lapsed')).toBeUndefined();
    await place.inside((unit) => unit.matches.update({ ...match, state: 'withdrawn' }));
    expect(await again('asking')).toBeUndefined();
  });

  test('one open offer of a citizen', async () => {
    const { match, company, rows } = place;
    const offering = (state: 'sent' | 'visiting' | 'expired') =>
      refusal((unit) => unit.offers.insert(rows.offer(match, company.id, { state })));
    expect(await offering('sent')).toBeUndefined();
    expect(await offering('visiting')).toBe('offer.citizen-has-open-offer');
    expect(await offering('expired')).toBeUndefined();
  });

  test('one agreement of an offer, until it ends', async () => {
    const { offer, agreement, rows } = place;
    const again = () => refusal((unit) => unit.agreements.insert(rows.agreement(offer, { state: 'draft' })));
    expect(await again()).toBe('agreement.already-exists');
    await place.inside((unit) => unit.agreements.update({ ...agreement, state: 'ended' }));
    expect(await again()).toBeUndefined();
  });

  test('a person is in one place at a time', async () => {
    const { agreement, rows } = place;
    const from = (startsAt: string, endsAt: string, over: Partial<Shift> = {}) =>
      inserting(rows.shift(agreement, { startsAt: at(startsAt), endsAt: at(endsAt), ...over }));
    expect(await from('2026-12-01T08:00:00Z', '2026-12-01T10:00:00Z')).toBeUndefined();
    expect(await from('2026-12-01T09:59:59.999Z', '2026-12-01T11:00:00Z')).toBe('shift.overlap');
    expect(await from('2026-12-01T07:00:00Z', '2026-12-01T12:00:00Z')).toBe('shift.overlap');
    expect(await from('2026-12-01T10:00:00Z', '2026-12-01T11:00:00Z')).toBeUndefined();
    expect(
      await from('2026-12-01T08:30:00Z', '2026-12-01T09:00:00Z', { state: 'cancelled' }),
    ).toBeUndefined();
    expect(
      await from('2026-12-01T08:30:00Z', '2026-12-01T09:00:00Z', { state: 'absent-reported' }),
    ).toBeUndefined();
    expect(await from('2026-12-02T09:00:00Z', '2026-12-02T09:00:00Z')).toBe('shift.times-invalid');
  });

  test('a moved shift and one that is taken up again are checked too', async () => {
    const { agreement, rows } = place;
    const cancelled = rows.shift(agreement, { state: 'cancelled' });
    expect(await inserting(cancelled)).toBeUndefined();
    expect(await inserting(rows.shift(agreement))).toBeUndefined();
    expect(await refusal((unit) => unit.shifts.update({ ...cancelled, state: 'present' }))).toBe(
      'shift.overlap',
    );
  });

  test('a small job that is not a draft has somebody to call', async () => {
    const { smallJob, staff, rows } = place;
    const publish = (unit: UnitOfWork) => unit.smallJobs.update({ ...smallJob, status: 'open' });
    expect(await posting({ status: 'open' })).toBe('small-job.no-fixed-contact');
    expect(await refusal(publish)).toBe('small-job.no-fixed-contact');

    const first = rows.contact(smallJob.id, staff.id);
    // In the other order than usual: only the end of the transaction counts.
    expect(
      await refusal(async (unit) => (await publish(unit), await unit.contacts.insert(first))),
    ).toBeUndefined();
    const ended = { ...first, endedAt: at('2026-11-20T08:00:00Z') };
    expect(await refusal((unit) => unit.contacts.update(ended))).toBe('small-job.no-fixed-contact');
    expect(await refusal((unit) => unit.contacts.remove({ id: first.id }))).toBe(
      'small-job.no-fixed-contact',
    );

    const next = rows.contact(smallJob.id, staff.id);
    expect(
      await refusal(async (unit) => (await unit.contacts.update(ended), await unit.contacts.insert(next))),
    ).toBeUndefined();
    const closed = { ...smallJob, status: 'closed' as const };
    expect(
      await refusal(
        async (unit) => (await unit.smallJobs.update(closed), await unit.contacts.remove({ id: next.id })),
      ),
    ).toBeUndefined();
  });

  test('a citizen and a company have one calendar each that is open', async () => {
    const { citizen, company, municipalityId } = place;
    const feed = (over: object) => ({
      id: ids.next(),
      municipalityId,
      citizenId: null,
      companyId: null,
      createdAt: at('2026-11-20T08:00:00Z'),
      revokedAt: null,
      ...over,
    });
    const insert = (over: object) => place.inside((unit) => unit.calendarFeeds.insert(feed(over)));
    for (const owner of [{ citizenId: citizen.id }, { companyId: company.id }]) {
      await insert({ ...owner, revokedAt: at('2026-11-21T08:00:00Z') });
      await insert(owner);
      await expect(insert(owner)).rejects.toThrow();
    }
  });

  test('two fixed contacts at once, two open cases of a shift, two messages of one occasion', async () => {
    const { smallJob, staff, agreement, rows } = place;
    await place.inside((unit) => unit.contacts.insert(rows.contact(smallJob.id, staff.id)));
    await expect(
      place.inside((unit) => unit.contacts.insert(rows.contact(smallJob.id, staff.id))),
    ).rejects.toThrow();

    const shift = rows.shift(agreement);
    await place.inside(async (unit) => {
      await unit.shifts.insert(shift);
      await unit.escalations.insert(rows.escalation(shift, { state: 'closed' }));
      await unit.escalations.insert(rows.escalation(shift));
    });
    await expect(
      place.inside((unit) => unit.escalations.insert(rows.escalation(shift, { state: 'snoozed' }))),
    ).rejects.toThrow();

    const message = rows.message();
    await place.inside((unit) => unit.messages.insert(message));
    await expect(
      place.inside((unit) => unit.messages.insert(rows.message({ dedupeKey: message.dedupeKey }))),
    ).rejects.toThrow();
  });

  test('an inbound SMS counts once', async () => {
    const sms = () => ({
      id: ids.next(),
      municipalityId: place.municipalityId,
      providerId: 'provider-1',
      from: '+4531234567',
      text: 'JA',
      understoodAs: 'yes',
      subjectId: null,
      at: at('2026-11-03T08:00:00Z'),
    });
    await place.inside((unit) => unit.inbound.insert(sms()));
    await expect(place.inside((unit) => unit.inbound.insert(sms()))).rejects.toThrow();
  });
});
