import { defaultLadders } from '#domain';
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
      ladderStep: 0,
      repetition: 0,
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
    await unit.smsChoices.insert({
      ...entity(),
      phone: '+4531234567',
      who: 'citizen',
      senderId: citizen.id,
      word: 'yes',
      options: [{ question: 'offer', subjectIds: [entity().id] }],
      chosen: [1],
      askedAt: at,
      expiresAt: at.add({ hours: 1 }),
    });
    await unit.smsStops.insert({
      ...entity(),
      phone: '+4531234568',
      companyId: company.id,
      reason: 'asked',
      at,
      endedAt: null,
    });
    await unit.tasks.insert(rows.task());
    await unit.notes.insert({
      ...entity(),
      citizenId: citizen.id,
      purpose: 'Hvordan går det?',
      agreed: 'Vi ringer fredag',
      followUpOn: '2026-12-04',
      correctsNoteId: null,
      byStaffId: staff.id,
      at,
    });
    await unit.brokerHandovers.insert({
      ...entity(),
      citizenId: citizen.id,
      fromStaffId: null,
      toStaffId: staff.id,
      reason: 'planned',
      note: null,
      byStaffId: staff.id,
      at,
    });
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
    await unit.teams.insert({ ...entity(), name: 'Vest' });
    await unit.ladderVersions.insert({
      ...entity(),
      name: 'not-seen',
      version: 1,
      definition: defaultLadders['not-seen'],
      changedByStaffId: staff.id,
      changedAt: at,
      restoredVersion: null,
    });
    await unit.ownTexts.insert({
      ...entity(),
      name: 'shift-reminder',
      language: 'da',
      channel: 'sms',
      version: 1,
      from: '2026-12-01',
      wording: null,
      byStaffId: staff.id,
      madeAt: at,
    });
    await unit.settingChanges.insert({
      ...entity(),
      field: 'caseloadTarget',
      before: { value: 35 },
      after: { value: 30 },
      byStaffId: staff.id,
      at,
    });
    const importId = new TimeOrderedIds().next();
    await unit.imports.insert({
      ...entity(),
      id: importId,
      kind: 'citizens',
      state: 'open',
      fileName: 'liste.csv',
      headings: ['Navn'],
      columns: ['name'],
      updatesExisting: false,
      rowCount: 1,
      lineReached: 1,
      by: { role: 'consultant', staffId: staff.id, name: 'Mette', apiKey: null },
      tally: null,
      createdAt: at,
      startedAt: null,
      finishedAt: null,
      rowsForgottenAt: null,
    });
    await unit.importRows.insert({
      ...entity(),
      importId,
      line: 2,
      cells: ['Anna Ny', { sealed: 'k1:x' }],
      state: 'open',
      subjectId: null,
      problem: null,
      doneAt: null,
    });
    await unit.externalReferences.insert({
      ...entity(),
      kind: 'citizens',
      reference: 'S-1',
      subjectId: citizen.id,
    });
    const bulkProposalId = new TimeOrderedIds().next();
    await unit.bulkProposals.insert({
      ...entity(),
      id: bulkProposalId,
      state: 'waiting',
      byStaffId: staff.id,
      itemCount: 1,
      placeReached: 0,
      sendsAt: at,
      createdAt: at,
      finishedAt: null,
    });
    await unit.bulkProposalItems.insert({
      ...entity(),
      bulkProposalId,
      place: 1,
      smallJobId: smallJob.id,
      citizenId: citizen.id,
      state: 'waiting',
      matchId: null,
      problem: null,
      doneAt: null,
    });
    await unit.enteredFigures.insert({
      ...entity(),
      indicator: 'flex-job',
      year: 2025,
      people: 12,
      countedTo: '2025-12-31',
      source: 'jobindsats.dk',
      enteredByStaffId: staff.id,
      enteredAt: at,
    });
    const colleague = rows.staff();
    await unit.staff.insert(colleague);
    const turn = { from: at, to: at.add({ hours: 12 }) };
    const turnId = new TimeOrderedIds().next();
    await unit.dutyTurns.insert({
      ...entity(),
      ...turn,
      id: turnId,
      teamId: null,
      staffId: staff.id,
      removedAt: null,
    });
    await unit.dutySwaps.insert({
      ...entity(),
      turnId,
      fromStaffId: staff.id,
      toStaffId: colleague.id,
      returnTurnId: null,
      state: 'asked',
      askedAt: at,
      answeredAt: null,
    });
    await unit.dutyChanges.insert({
      ...entity(),
      ...turn,
      turnId,
      what: 'added',
      staffId: staff.id,
      beforeStaffId: null,
      byStaffId: staff.id,
      at,
    });
    await unit.leaves.insert({
      ...entity(),
      staffId: staff.id,
      standInId: colleague.id,
      from: '2026-12-01',
      to: '2026-12-02',
      byStaffId: staff.id,
      at,
      takenBackAt: null,
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
