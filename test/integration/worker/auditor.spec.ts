import { beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { Escalation } from '#domain';
import { audits, findingKinds, TimeOrderedIds, type FindingKind } from '#persistence';
import { AskAgain, WakeLadder } from '#use-cases';
import { Auditor } from '../../../apps/worker/src/auditor.js';
import { RepairFinding } from '../../../apps/worker/src/repair-finding.js';
import { DispatchDesk } from '../persistence/dispatch-desk.js';
import { withClient } from '../../../demo/src/database/index.js';
import { isLong } from '../../builders/how-long.js';

const desk = new DispatchDesk();
const lines: Record<string, unknown>[] = [];
const log = pino({ level: 'info' }, { write: (line) => lines.push(JSON.parse(line) as never) });
let pings = 0;
beforeEach(async () => {
  lines.length = 0;
  pings = 0;
  await desk.database.really(`DELETE FROM heartbeats; DELETE FROM tasks;
    UPDATE escalations SET state = 'closed'; UPDATE shifts SET state = 'cancelled'`);
});

const auditor = () =>
  new Auditor({
    dispatch: desk.dispatch,
    repairs: new RepairFinding(
      new AskAgain(desk.database.transactor),
      new WakeLadder(desk.database.transactor, new TimeOrderedIds()),
    ),
    ping: () => (pings += 1),
    log,
    atLeastSecondsApart: 0,
  });
const audit = () => auditor().audit();

/** A case that runs, as the application writes it: one step waits, and its work is asked for. */
async function runningCase(over: Partial<Escalation> = {}): Promise<Escalation> {
  const { rows, agreement, inside } = desk.place;
  const shift = rows.shift(agreement);
  const escalation = rows.escalation(shift, { state: 'open', round: 1, ...over });
  await inside(async (unit) => {
    await unit.shifts.insert({ ...shift, state: 'unconfirmed' });
    await unit.escalations.insert(escalation);
    const step = {
      id: new TimeOrderedIds().next(),
      municipalityId: desk.place.municipalityId,
      escalationId: escalation.id,
      round: 1,
      seq: 0,
      ladderStep: 0,
      repetition: 0,
      who: 'citizen',
      channel: 'sms',
      message: 'not-seen-citizen',
      dueAt: (await unit.now()).add({ minutes: 5 }),
      state: 'waiting',
      takenAt: null,
      messageId: null,
    } as const;
    await unit.escalationSteps.insert(step);
    await unit.wake('escalation.take-step', step.id, step.dueAt);
  });
  return escalation;
}

const tasks = () => desk.database.really('SELECT kind, escalation_id FROM tasks WHERE done_at IS NULL');
const jobs = () => desk.database.really<{ job: string }>('SELECT job FROM due_jobs WHERE done_at IS NULL');

describe('an audit', () => {
  it('finds nothing where nothing is wrong, says that it was there, and pings', async () => {
    await runningCase();
    expect(await audit()).toEqual({ repaired: 0, found: 0 });
    const [heart] = await desk.dispatch.heartbeats();
    expect(heart).toMatchObject({ name: 'auditor', counts: { unroutedEvents: 0, uncertainMessages: 0 } });
    expect(pings).toBe(1);
    expect(lines).toEqual([]);
  });

  it('is one for all processes', async () => {
    const patient = () => desk.dispatch.audit({ atLeastSecondsApart: 20 });
    expect(await patient()).toEqual([]);
    await desk.dispatch.beat('auditor');
    expect(await patient()).toBeUndefined();
  });

  it('asks again for the work of a ladder that lost it', async () => {
    const { id } = await runningCase();
    await desk.database.really('DELETE FROM due_jobs');
    expect(await audit()).toEqual({ repaired: 1, found: 1 });
    expect(await jobs()).toEqual([{ job: 'escalation.take-step' }]);
    expect(lines).toMatchObject([
      { finding: 'silent-ladder', found: 1, subjectIds: [id] },
      { finding: 'silent-ladder', municipalityId: desk.place.municipalityId, subjectId: id, msg: 'repaired' },
    ]);
    expect(await audit()).toEqual({ repaired: 0, found: 0 });
  });

  it('puts a ladder that was broken by hand on the list, once', async () => {
    const { id } = await runningCase();
    await desk.database.really('DELETE FROM due_jobs; DELETE FROM escalation_steps');
    expect(await audit()).toEqual({ repaired: 1, found: 1 });
    expect(await tasks()).toEqual([{ kind: 'nobody-took-it', escalation_id: id }]);
    expect(await audit()).toEqual({ repaired: 0, found: 0 });
  });

  it('lets no ladder wait for work that was given up', async () => {
    const { id } = await runningCase();
    await desk.database.really('UPDATE due_jobs SET failed_at = now()');
    expect(await audit()).toEqual({ repaired: 1, found: 2 });
    expect(await tasks()).toEqual([{ kind: 'nobody-took-it', escalation_id: id }]);
  });

  it('asks again for whoever holds a case or lets it rest', async () => {
    const at = new Date(Date.now() + 600_000).toISOString();
    await runningCase({
      state: 'acknowledged',
      acknowledged: {
        byStaffId: desk.place.staff.id,
        byName: 'Mette',
        action: 'call',
        at,
        expiresAt: at,
        askedAt: null,
      },
    });
    await desk.database.really('DELETE FROM due_jobs');
    expect(await audit()).toEqual({ repaired: 1, found: 1 });
    expect(await jobs()).toEqual([{ job: 'escalation.ask-still-at-it' }]);
  });

  it('asks again for messages, offers and shifts whose work is missing', async () => {
    const { rows, agreement, inside } = desk.place;
    await inside(async (unit) => {
      const past = (await unit.now()).subtract({ minutes: 5 });
      const queued = rows.message({ state: 'queued', notBefore: past, stateAt: past });
      const sending = {
        ...rows.message({ state: 'sending', notBefore: past }),
        stateAt: past,
        dedupeKey: 'other',
      };
      await unit.messages.insert(queued);
      await unit.messages.insert(sending);
      const shift = rows.shift(agreement);
      await unit.shifts.insert({
        ...shift,
        state: 'planned',
        startsAt: past,
        endsAt: past.add({ hours: 2 }),
      });
    });
    expect(await audit()).toEqual({ repaired: 3, found: 3 });
    expect((await jobs()).map(({ job }) => job).sort()).toEqual([
      'message.deliver',
      'message.settle',
      'shift.check-evidence',
    ]);
    await desk.database.really('DELETE FROM messages');
  });

  it('finds what others should have done, and leaves it to them', async () => {
    await desk.wake();
    await desk.database.really(`UPDATE due_jobs SET due_at = now() - interval '2 minutes'`);
    const { smallJob, inside } = desk.place;
    await inside((unit) => unit.record({ type: 'SmallJobPublished', smallJobId: smallJob.id }));
    await desk.database.really(`UPDATE events SET occurred_at = now() - interval '1 minute'`);
    expect(await audit()).toEqual({ repaired: 0, found: 2 });
    expect(lines.map(({ finding }) => finding)).toEqual(['event-not-routed', 'job-overdue']);
  });
});

const FINISHED = isLong ? 1_000_000 : 20_000;

/** The partial index in which each question looks: what is over takes no part in it. */
const looksIn: Record<FindingKind, RegExp> = {
  'silent-ladder': /escalations_(?:to_audit|not_closed|one_open_per_shift)/,
  'message-on-its-way': /messages_to_audit/,
  'message-not-asked-for': /messages_to_audit/,
  'offer-not-expired': /offers_to_audit/,
  'shift-not-checked': /shifts_to_audit/,
  'event-not-routed': /events_unrouted/,
  'job-overdue': /due_jobs_(?:unfinished|waiting|due)/,
  'job-failed': /due_jobs_failed/,
};

it(`looks in partial indexes only, beside ${FINISHED} finished ladders`, async () => {
  const { id } = await runningCase({ state: 'closed' });
  await withClient(desk.database.adminUrl, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(
      `INSERT INTO escalations SELECT (e).* FROM (
         SELECT jsonb_populate_record(old, jsonb_build_object('id', gen_random_uuid())) AS e
         FROM escalations old, generate_series(1, $2::int) WHERE old.id = $1) AS made`,
      [id, FINISHED],
    );
    await client.query('ANALYZE escalations');
  });
  await withClient(desk.database.dispatchUrl, async (client) => {
    // The other tables are small here, and a small one is read as it lies: whether the index would do is what is asked.
    const planOf = async (kind: FindingKind): Promise<string> => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (COSTS OFF) ${audits[kind]} LIMIT 200`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    expect(await planOf('silent-ladder')).toMatch(looksIn['silent-ladder']);
    await client.query('SET enable_seqscan = off');
    for (const kind of findingKinds)
      expect([kind, await planOf(kind)]).toEqual([kind, expect.stringMatching(looksIn[kind])]);
  });
});
