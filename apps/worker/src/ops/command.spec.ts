import { beforeEach, describe, expect, it } from '@jest/globals';
import { municipality } from '../../../../test/contracts/rows.js';
import { InMemoryAlarms, InMemoryTransactor } from '../../../../test/fakes/index.js';
import { Temporal } from '#domain';
import type { Finding, Gauges } from '#persistence';
import {
  PauseProvider,
  ProviderPauses,
  ReplayFailedJob,
  ResumeProvider,
  ShowFailedJobs,
  ShowLadder,
  schedules,
  type ProviderPause,
  type Vitals,
} from '#use-cases';
import { opsCommand } from './command.js';
import type { Outcome, Surroundings } from './verb.js';

class PausesInMemory extends ProviderPauses {
  rows: ProviderPause[] = [];
  async list(): Promise<ProviderPause[]> {
    return this.rows;
  }
  async pause(provider: string, pausedBy: string, reason: string | null): Promise<boolean> {
    if (this.rows.some((row) => row.provider === provider && row.resumedAt === null)) return false;
    const pausedAt = Temporal.Instant.from('2026-11-23T09:00:00Z');
    this.rows.push({ provider, pausedAt, pausedBy, reason, resumedAt: null, resumedBy: null });
    return true;
  }
  async resume(provider: string): Promise<boolean> {
    const before = this.rows.length;
    this.rows = this.rows.filter((row) => row.provider !== provider);
    return this.rows.length < before;
  }
}

const GIVEN_UP = '0193c000-0000-7000-9000-0000000000f1';
const ANOTHER = '0193c000-0000-7000-9000-0000000000f2';
const SUBJECT = '0193c000-0000-7000-9000-0000000000aa';
const noWork: Gauges = {
  unroutedEvents: 0,
  oldestUnroutedEventSeconds: null,
  overdueJobs: 0,
  maxLatenessSeconds: null,
  failedJobs: 0,
  queuedMessages: 0,
  sendingMessages: 0,
  uncertainMessages: 0,
};

let transactor: InMemoryTransactor;
let pauses: PausesInMemory;
let gauges: Gauges;
let vitals: Vitals;
let findings: Finding[];
let repaired: Finding[];
let around: Surroundings;
const here = municipality();
const run = (...args: string[]): Promise<Outcome> => opsCommand(args, around);

beforeEach(async () => {
  transactor = new InMemoryTransactor();
  transactor.found(here);
  pauses = new PausesInMemory();
  gauges = noWork;
  findings = [];
  repaired = [];
  vitals = {
    heartbeats: [
      { name: 'worker here 1', secondsAgo: 3, counts: { 'circuit-inmobile': 2, 'circuit-smtp': 0 } },
      { name: 'auditor', secondsAgo: 12, counts: {} },
    ],
    runs: Object.keys(schedules).map((name) => ({
      name,
      doneSecondsAgo: 4,
      repaired: name === 'sweep' ? 12 : 0,
    })),
    pausedProviders: [],
    isAlarmed: false,
  };
  around = {
    dispatch: { gauges: async () => gauges, audit: async () => findings },
    places: async () => [{ id: here.id, code: here.code }],
    vitals: { read: async () => vitals },
    alarms: new InMemoryAlarms(),
    pauses,
    pauseProvider: new PauseProvider(pauses),
    resumeProvider: new ResumeProvider(pauses),
    failedJobs: new ShowFailedJobs(transactor),
    replayFailedJob: new ReplayFailedJob(transactor),
    ladder: new ShowLadder(transactor),
    repairs: {
      execute: async (finding) => {
        if (finding.kind === 'job-failed') return false;
        repaired.push(finding);
        findings = findings.filter((one) => one !== finding);
        return true;
      },
    },
  };
});

describe('npm run ops', () => {
  it.each([
    [[], 'Say what to do.'],
    [['explode'], 'There is no explode.'],
    [['constructor'], 'There is no constructor.'],
    [['status', 'now'], /now/],
    [['status', '--dry-run'], /--dry-run/],
    [['replay'], '<id> or --all-of <name> is missing.'],
    [['replay', 'x'], /x is no id/],
    [['replay', GIVEN_UP, ANOTHER], /f2/],
    [
      ['replay', '--all-of', 'message.explode'],
      /There is no job message\.explode\. There are .*message\.deliver/,
    ],
    [['failed-jobs', '--municipality', '9999'], 'There is no municipality 9999.'],
    [['pause'], '<provider> is missing.'],
    [['pause', 'smtp'], /--by is missing/],
    [['pause', 'smtp', '--by', ' '], /--by is missing/],
    [['pause', 'smtp', '--by', 'x'.repeat(201)], /--by has at most 200/],
    [['pause', 'smtp', 'inmobile', '--by', 'Anne'], /inmobile/],
    [['pause', 'nokia', '--by', 'Anne'], /There is no provider nokia\. There are gatewayapi, inmobile, smtp/],
    [['pause', 'nokia', '--by', 'Anne', '--dry-run'], /There is no provider nokia/],
    [['resume', 'smtp', '--by', 'Anne', '--reason', 'x'], /--reason/],
    [['ladder'], '<case id> is missing.'],
    [['verify', '--force'], /--force/],
  ])('%j: says what is wrong and how it is asked', async (args, says) => {
    const { lines, exitCode } = await run(...args);
    expect(exitCode).toBe(2);
    expect(lines[0]).toEqual(typeof says === 'string' ? says : expect.stringMatching(says));
    expect(lines).toContain('npm run ops -- ladder <case id> [--json]');
  });
});

describe('ops status', () => {
  it('is well when nothing is late or silent, and says what was repaired', async () => {
    const { lines, exitCode } = await run('status');
    expect(exitCode).toBe(0);
    expect(lines).toEqual([
      'workers    1 at work',
      'auditor    heard 12 s ago',
      'lateness   0 s, 0 jobs are due and not done',
      'outbox     0 s, 0 events are not routed',
      'messages   0 wait, 0 on their way, 0 uncertain',
      'failed     0 jobs were given up',
      'repairs    sweep 12',
      'schedules  all in time',
      'provider   inmobile does not answer, and is spared for a moment',
      'provider   smtp is well',
      'All is well.',
    ]);
  });

  it.each<[string, () => unknown]>([
    ['work is late', () => (gauges = { ...noWork, overdueJobs: 2, maxLatenessSeconds: 61 })],
    ['events wait to be routed', () => (gauges = { ...noWork, oldestUnroutedEventSeconds: 61 })],
    ['no worker is heard', () => (vitals.heartbeats[0]!.secondsAgo = 400)],
    ['audit is silent', () => (vitals.runs.find(({ name }) => name === 'audit')!.doneSecondsAgo = 121)],
    [
      'alarm: workers-silent since',
      () => around.alarms instanceof InMemoryAlarms && around.alarms.begin('workers-silent', 200),
    ],
  ])('says with exit code 1: %s', async (wrong, makeItSo) => {
    await makeItSo();
    const { lines, exitCode } = await run('status');
    expect([exitCode, lines.at(-1)]).toEqual([1, expect.stringContaining(`Wrong: ${wrong}`)]);
  });

  it('is not late by a minute, and tells machines the same', async () => {
    gauges = { ...noWork, maxLatenessSeconds: 60, oldestUnroutedEventSeconds: 60 };
    const { lines, exitCode } = await run('status', '--json');
    expect([exitCode, lines.length]).toEqual([0, 1]);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      gauges: { maxLatenessSeconds: 60 },
      workers: { atWork: 1 },
      wrong: [],
    });
  });

  it('names what has never run, without calling it silent', async () => {
    vitals.runs = vitals.runs.filter(({ name }) => name !== 'matching-proof');
    const { lines, exitCode } = await run('status');
    expect(exitCode).toBe(0);
    expect(lines).toContain('           never yet: matching-proof');
  });
});

describe('what was given up', () => {
  let failed: string;
  let other: string;
  beforeEach(() => {
    const about = { municipalityId: here.id, subjectId: SUBJECT };
    failed = transactor.giveUp({ ...about, job: 'message.deliver' }, 'SmtpUnreachable');
    other = transactor.giveUp({ ...about, job: 'match.rank' });
  });
  const waiting = async () => (await around.failedJobs.execute(here.id)).map(({ id }) => id).sort();
  const told = () => transactor.events.filter(({ type }) => type === 'FailedJobReplayed');

  it('is listed by id, place, name, time and reason', async () => {
    const { lines } = await run('failed-jobs', '--municipality', here.code);
    expect(lines).toContain(
      `${failed} ${here.code} message.deliver of ${SUBJECT}, given up 2026-11-02T09:00:00.000+01:00 after 8 tries: SmtpUnreachable`,
    );
    expect(JSON.parse((await run('failed-jobs', '--json')).lines[0]!)).toHaveLength(2);
  });

  it('runs again once, and the record of events says that the operator did it', async () => {
    expect((await run('replay', failed)).lines[0]).toMatch(`runs again: ${failed}`);
    expect(await waiting()).toEqual([other]);
    expect(told()).toEqual([
      { type: 'FailedJobReplayed', dueJobId: failed, by: 'operator', municipalityId: here.id },
    ]);
    const again = await run('replay', failed);
    expect([again.exitCode, again.lines]).toEqual([1, [`${failed} is not among what was given up.`]]);
    expect(told()).toHaveLength(1);
  });

  it('runs again by its name, and nothing else does', async () => {
    expect((await run('replay', '--all-of', 'match.rank')).exitCode).toBe(0);
    expect(await waiting()).toEqual([failed]);
    expect((await run('replay', '--all-of', 'match.rank')).lines).toEqual(['No match.rank was given up.']);
  });

  it.each([[[]], [['--all-of', 'message.deliver']]])(
    'replay %j --dry-run says what it would do, and does nothing',
    async (args) => {
      const { lines } = await run('replay', ...(args.length === 0 ? [failed] : args), '--dry-run');
      expect(lines).toEqual([expect.stringContaining(`would run again: ${failed}`), 'Nothing was changed.']);
      expect(await waiting()).toEqual([failed, other]);
      expect(told()).toEqual([]);
    },
  );
});

describe('a provider', () => {
  it('is paused once, by whom and why, and resumed', async () => {
    const pause = ['pause', 'inmobile', '--by', 'Anne', '--reason', 'udfald'];
    expect((await run(...pause, '--dry-run')).lines).toEqual([
      'inmobile would be paused.',
      'Nothing was changed.',
    ]);
    expect(pauses.rows).toEqual([]);
    expect(await run(...pause)).toEqual({ lines: ['inmobile is paused.'], exitCode: 0 });
    expect((await run(...pause)).lines).toEqual(['inmobile was paused already.']);
    expect((await run(...pause, '--dry-run')).lines[0]).toBe('inmobile was paused already.');
    expect((await run('providers')).lines[0]).toMatch(
      /inmobile is paused since .*23 November.* by Anne: udfald$/,
    );
    expect((await run('resume', 'inmobile', '--by', 'Bo', '--dry-run')).lines[0]).toBe(
      'inmobile would be asked again.',
    );
    expect(pauses.rows).toHaveLength(1);
    expect((await run('resume', 'inmobile', '--by', 'Bo')).lines).toEqual(['inmobile is asked again.']);
    expect((await run('resume', 'inmobile', '--by', 'Bo')).lines).toEqual(['inmobile was not paused.']);
  });
});

describe('ops verify', () => {
  const silent: Finding = {
    kind: 'silent-ladder',
    municipalityId: here.id,
    subjectId: SUBJECT,
    hasFailed: false,
  };
  const given: Finding = {
    kind: 'job-failed',
    municipalityId: here.id,
    subjectId: GIVEN_UP,
    hasFailed: false,
  };

  it('finds nothing where nothing is wrong', async () => {
    const { lines, exitCode } = await run('verify');
    expect([exitCode, lines.at(-1)]).toEqual([0, 'Nothing is wrong.']);
  });

  it('says what is wrong, and repairs nothing unasked', async () => {
    findings = [silent, given];
    vitals.heartbeats.push({
      name: 'worker there 2',
      secondsAgo: 1,
      counts: { provedLists: 120, differingLists: 2 },
    });
    vitals.runs.find(({ name }) => name === 'audit')!.doneSecondsAgo = 500;
    const { lines, exitCode } = await run('verify');
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      `wrong: silent-ladder ${here.code} ${SUBJECT}`,
      `wrong: job-failed ${here.code} ${GIVEN_UP}`,
      'wrong: schedule-late audit',
      'wrong: matching-differs 2 of 120 lists',
      'matching: 120 lists were proved in the last proofs, 2 differ',
      '4 things are wrong.',
    ]);
    expect(repaired).toEqual([]);
  });

  it('says what a repair would do, and does it when told to; a person has the rest', async () => {
    findings = [silent, given];
    const dry = await run('verify', '--repair', '--dry-run');
    expect(dry.lines.slice(0, 2)).toEqual([
      `would repair: silent-ladder ${here.code} ${SUBJECT}: escalation.take-step is asked for`,
      'Nothing was changed.',
    ]);
    expect(repaired).toEqual([]);
    const done = await run('verify', '--repair');
    expect(done.lines[0]).toBe(`repaired: silent-ladder ${here.code} ${SUBJECT}`);
    expect(repaired).toEqual([silent]);
    expect([done.exitCode, done.lines.at(-1)]).toEqual([1, '1 thing is wrong.']);
  });
});
