import { TimeOrderedIds } from '#persistence';
import type { Workplace } from '../../contracts/workplace.js';
import type { OpenDatabase } from './open-database.js';

/** A row in every table that belongs to a municipality: a table that stays empty proves nothing. */
export async function fillEveryTable(
  { really }: OpenDatabase,
  { inside, rows, municipalityId, agreement, smallJob, company, staff, citizen }: Workplace,
): Promise<void> {
  const entity = () => ({ id: new TimeOrderedIds().next(), municipalityId });
  const shift = rows.shift(agreement);
  const escalation = rows.escalation(shift);
  const at = shift.startsAt;
  await inside(async (unit) => {
    await unit.closingDays.insert({
      ...entity(),
      companyId: company.id,
      from: '2026-12-24',
      to: '2026-12-31',
      reason: null,
      cancelledShiftIds: [],
    });
    await unit.companyUsers.insert({
      ...entity(),
      companyId: company.id,
      name: 'Ali Demir',
      email: 'ali@frugt.example',
      phone: null,
      active: true,
      createdAt: at,
      removedAt: null,
    });
    await unit.externalIdentities.insert({
      ...entity(),
      issuer: 'https://login.kommune.example',
      subject: 'mette',
      kind: 'staff',
      accountId: staff.id,
      boundAt: at,
    });
    await unit.apiKeys.insert({
      ...entity(),
      keyHash: 'a'.repeat(64),
      name: 'Natkørsel',
      role: 'integration',
      staffId: null,
      companyId: null,
      madeAt: at,
      madeByStaffId: staff.id,
      endsAt: null,
      revokedAt: null,
      lastUsedOn: null,
    });
    await unit.visits.insert({
      ...entity(),
      companyId: company.id,
      on: '2026-11-01',
      observations: [],
      byStaffId: null,
      createdAt: at,
    });
    await unit.postingDrafts.insert(rows.postingDraft(company.id));
    await unit.contacts.insert(rows.contact(smallJob.id, staff.id));
    await unit.covers.insert({
      ...entity(),
      smallJobId: smallJob.id,
      byStaffId: staff.id,
      from: '2026-12-01',
      to: '2026-12-02',
    });
    await unit.rankings.insert({
      ...entity(),
      smallJobId: smallJob.id,
      ruleVersion: '1',
      rules: null,
      inputs: null,
      shownToStaffId: null,
      actedAt: null,
      considered: 1,
      eligible: 1,
      ranked: [],
      shownTo: null,
      at,
    });
    await unit.shifts.insert(shift);
    await unit.ladders.insert({
      ...entity(),
      name: 'not-seen',
      version: 1,
      definition: escalation.snapshot,
      changedByStaffId: null,
      changedAt: at,
    });
    await unit.escalations.insert(escalation);
    await unit.escalationSteps.insert({
      ...entity(),
      escalationId: escalation.id,
      round: 1,
      seq: 0,
      who: 'citizen',
      channel: 'sms',
      message: 'not-seen-citizen',
      dueAt: at,
      state: 'waiting',
      takenAt: null,
      messageId: null,
    });
    await unit.escalationEntries.insert({
      ...entity(),
      escalationId: escalation.id,
      at,
      what: 'opened',
      who: 'Fodfæste',
      details: {},
    });
    await unit.messages.insert(rows.message());
    await unit.inbound.insert({
      ...entity(),
      providerId: 'p1',
      from: '+4531234567',
      text: 'JA',
      understoodAs: null,
      subjectId: null,
      at,
    });
    await unit.tasks.insert(rows.task());
    await unit.consents.insert({
      ...entity(),
      citizenId: citizen.id,
      kind: 'messages',
      matchId: null,
      action: 'given',
      fields: [],
      textVersion: 'beskeder-2026-1',
      how: 'sms',
      at,
    });
    await unit.calendarFeeds.insert({
      ...entity(),
      citizenId: citizen.id,
      companyId: null,
      createdAt: at,
      revokedAt: null,
    });
    await unit.record({ type: 'SmallJobPosted', smallJobId: smallJob.id });
    await unit.wake('match.rank', smallJob.id);
    await unit.logAccess({
      who: 'Mette',
      staffId: staff.id,
      companyId: null,
      citizenIds: [citizen.id],
      kind: 'shown',
      purpose: 'citizen.show',
    });
  });
  await really(
    `INSERT INTO idempotency_keys (municipality_id, holder, key, fingerprint, status) VALUES ($1, 'h', 'k', 'f', 200)`,
    [municipalityId],
  );
}
