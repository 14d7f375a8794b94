import { describe, expect, it } from '@jest/globals';
import {
  AddStaff,
  ChangeSettings,
  ChangeStaff,
  DisableStaff,
  EnableStaff,
  ManageTeams,
  SettingsDesk,
  StaffDesk,
} from '#use-cases';
import { Village } from './village.js';

const hours = { weekdays: [1 as const], from: '08:00', to: '15:00' };
const sofie = {
  name: 'Sofie Lauritsen',
  role: 'consultant' as const,
  email: 'sofie@vejle.example',
  phone: '+4520000009',
  teamId: null,
  deputyId: null,
  contactHours: hours,
};
const refused = (code: string, details?: object) =>
  expect.objectContaining({ code, ...(details && { details: expect.objectContaining(details) }) });
const leaving = { takerId: null, reason: 'resigned' as const, note: null };

describe('a colleague', () => {
  it('is added once, and found by her number', async () => {
    const here = await Village.found();
    const adding = here.use(AddStaff);
    const id = '0193c000-0000-8000-8000-000000000001';
    await adding.execute(sofie, here.as(here.birgit), id);
    await adding.execute(sofie, here.as(here.birgit), id);
    const { lines } = await here.use(StaffDesk).list(here.as(here.birgit));
    expect(lines.map(({ staff }) => staff.name)).toEqual([
      'Birgit Bak',
      'Lars Lund',
      'Mette Holm',
      'Sofie Lauritsen',
    ]);
    await expect(adding.execute(sofie, here.as(here.birgit))).rejects.toEqual(refused('staff.email-taken'));
    await expect(adding.execute(sofie, here.as(here.mette))).rejects.toEqual(refused('not-allowed'));
    await expect(adding.execute({ ...sofie, teamId: id, email: null }, here.as(here.birgit))).rejects.toEqual(
      refused('team.not-found'),
    );
  });

  it('does not take her own leadership, and the last leader stays', async () => {
    const here = await Village.found();
    const changing = here.use(ChangeStaff);
    await expect(
      changing.execute(here.birgit.id, { role: 'consultant' }, here.as(here.birgit)),
    ).rejects.toEqual(refused('staff.not-oneself'));
    await changing.execute(here.mette.id, { role: 'leader' }, here.as(here.birgit));
    const mette = { ...here.mette, role: 'leader' as const };
    await changing.execute(here.birgit.id, { role: 'consultant' }, here.as(mette));
    await expect(here.use(DisableStaff).execute(here.mette.id, leaving, here.as(mette))).rejects.toEqual(
      refused('staff.not-oneself'),
    );
    const { happenings } = await here.use(StaffDesk).show(here.birgit.id, here.as(mette));
    expect(happenings.map(({ type, by }) => [type, by])).toEqual([['StaffChanged', 'Mette Holm']]);
  });
});

describe('somebody who leaves', () => {
  it('is not let go while citizens or jobs are without a person', async () => {
    const here = await Village.found();
    const disabling = here.use(DisableStaff);
    await expect(disabling.execute(here.mette.id, leaving, here.as(here.birgit))).rejects.toEqual(
      refused('staff.must-hand-over', { citizens: 1, smallJobs: 1 }),
    );
    const toNobody = { ...leaving, takerId: here.mette.id };
    await expect(disabling.execute(here.mette.id, toNobody, here.as(here.birgit))).rejects.toEqual(
      refused('staff.nobody-to-take-over'),
    );
    expect((await here.inside((unit) => unit.staff.find(here.mette.id)))!.active).toBe(true);
  });

  it('hands everything over in one step, and both sides hear whom to call', async () => {
    const here = await Village.found();
    await here.atWork();
    here.gateway.sent.length = 0;
    const { takers, holds } = await here.use(StaffDesk).show(here.mette.id, here.as(here.birgit));
    expect(takers[0]!.staff.id).toBe(here.lars.id);
    expect([holds.citizens.length, holds.smallJobs.length]).toEqual([1, 1]);
    await here
      .use(DisableStaff)
      .execute(here.mette.id, { takerId: here.lars.id, reason: 'leave', note: null }, here.as(here.birgit));
    await here.until('2026-11-04T06:30:00Z');
    await here.inside(async (unit) => {
      expect((await unit.citizens.find(here.jonas.id))!.brokerId).toBe(here.lars.id);
      expect(await unit.contacts.count({ staffId: here.mette.id, endedAt: { isNull: true } })).toBe(0);
      expect(await unit.brokerHandovers.list()).toEqual([
        expect.objectContaining({ fromStaffId: here.mette.id, toStaffId: here.lars.id, reason: 'leave' }),
      ]);
      expect(await unit.tasks.count({ staffId: here.mette.id, doneAt: { isNull: true } })).toBe(0);
      expect(await unit.staff.find(here.mette.id)).toMatchObject({ active: false, deputyId: null });
    });
    const heard = here.texts(here.jonas).filter((text) => text.includes('Lars'));
    expect(
      heard.filter((text) => text.includes('20 00 00 02') || text.includes('20000002')).length,
    ).toBeGreaterThan(0);
    expect(here.texts(here.company.contact).some((text) => text.includes('Lars'))).toBe(true);
    await expect(
      here.use(DisableStaff).execute(here.mette.id, leaving, here.as(here.birgit)),
    ).rejects.toEqual(refused('staff.already-disabled'));
  });

  it('is no longer anybody’s deputy, and comes back without what was handed over', async () => {
    const here = await Village.found();
    const by = here.as(here.birgit);
    await here.use(DisableStaff).execute(here.lars.id, { ...leaving, takerId: here.birgit.id }, by);
    expect((await here.inside((unit) => unit.staff.find(here.mette.id)))!.deputyId).toBe(here.birgit.id);
    await here.use(EnableStaff).execute(here.lars.id, by);
    expect((await here.inside((unit) => unit.staff.find(here.lars.id)))!.active).toBe(true);
    expect((await here.inside((unit) => unit.staff.find(here.mette.id)))!.deputyId).toBe(here.birgit.id);
  });

  it('loses the keys that act in that name, for good', async () => {
    const here = await Village.found();
    const key = {
      id: '0193c000-0000-7000-8000-00000000000b',
      municipalityId: here.municipality.id,
      keyHash: 'c'.repeat(64),
      name: 'Robot',
      role: 'consultant' as const,
      staffId: here.lars.id,
      companyId: null,
      madeAt: here.now,
      madeByStaffId: here.birgit.id,
      endsAt: null,
      revokedAt: null,
      lastUsedOn: null,
    };
    await here.inside((unit) => unit.apiKeys.insert(key));
    await here.use(DisableStaff).execute(here.lars.id, leaving, here.as(here.birgit));
    expect((await here.inside((unit) => unit.apiKeys.find(key.id)))!.revokedAt).not.toBeNull();
    expect((await here.transactor.lookUp('api-key', key.keyHash)).every(({ expired }) => expired)).toBe(true);
  });
});

describe('a team', () => {
  it('has a name of its own, and goes when nobody is in it', async () => {
    const here = await Village.found();
    const by = here.as(here.birgit);
    const teams = here.use(ManageTeams);
    const west = await teams.add('Vest', by);
    await expect(teams.add('vest', by)).rejects.toEqual(refused('team.name-taken'));
    await here.use(ChangeStaff).execute(here.mette.id, { teamId: west.id }, by);
    await expect(teams.remove(west.id, by)).rejects.toEqual(refused('team.not-empty'));
    await here.use(ChangeStaff).execute(here.mette.id, { teamId: null }, by);
    await teams.remove(west.id, by);
    expect((await here.use(StaffDesk).list(by)).teams).toEqual([]);
  });
});

describe('the settings', () => {
  it('are kept with who changed what, and what begins now follows them', async () => {
    const here = await Village.found();
    const by = here.as(here.birgit);
    await here
      .use(ChangeSettings)
      .execute({ caseloadTarget: 30, offerAnswerWithinHours: 24, offerRemindAfterHours: 12 }, by);
    await here.use(ChangeSettings).execute({ caseloadTarget: 30 }, by);
    const { values, standard, changes } = await here.use(SettingsDesk).show(by);
    expect([values.caseloadTarget, standard.caseloadTarget]).toEqual([30, 35]);
    expect(
      changes.map(({ field, before, after, by: who }) => [field, before.value, after.value, who]),
    ).toEqual([
      ['caseloadTarget', 35, 30, 'Birgit Bak'],
      ['offerAnswerWithinHours', 72, 24, 'Birgit Bak'],
      ['offerRemindAfterHours', 24, 12, 'Birgit Bak'],
    ]);
    const offer = await here.offered();
    expect(offer.expiresAt.since(offer.createdAt).total('hours')).toBeLessThan(33);
    await expect(
      here.use(ChangeSettings).execute({ caseloadTarget: 1 }, here.as(here.mette)),
    ).rejects.toEqual(refused('not-allowed'));
  });
});
