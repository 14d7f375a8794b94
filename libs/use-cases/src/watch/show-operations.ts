import { Temporal, type Actor, type Escalation } from '#domain';
import {
  Alarms,
  ProviderPauses,
  Transactor,
  VitalSigns,
  type Alarm,
  type FailedJob,
  type UnitOfWork,
} from '../ports/index.js';
import { refuseUnlessLeader } from '../wiring/permissions.js';
import { providerStates, type ProviderState } from './provider-states.js';
import { lateSchedules, scheduleNames, schedules, type ScheduleName } from './schedules.js';

const SHOWN_ALARMS = 10;
const SHOWN_LADDERS = 10;
/** A worker does what is due within seconds; only what waits for longer is late. */
export const LATE_SECONDS = 60;

export interface ScheduleState {
  name: ScheduleName;
  everySeconds: number;
  /** Since it last went well; null when it never has. */
  doneSecondsAgo: number | null;
  isLate: boolean;
}

/** What of a municipality waits to be done. */
export interface Waiting {
  openCases: number;
  /** Cases whose next step should have been taken, the latest first; at most ten. */
  late: Pick<Escalation, 'id' | 'nextStepAt'>[];
  lateCases: number;
  /** Messages whose time has come, and since when the oldest waits. */
  messages: number;
  messagesSince: Temporal.Instant | null;
  uncertainMessages: number;
}

export interface Operations {
  now: Temporal.Instant;
  alarms: Alarm[];
  schedules: ScheduleState[];
  providers: ProviderState[];
  waiting: Waiting;
  failedJobs: FailedJob[];
}

/** How it runs, for the leader of a municipality: what is hers, and what is the same for all. */
export class ShowOperations {
  static readonly needs = [Transactor, VitalSigns, Alarms, ProviderPauses] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly vitals: VitalSigns,
    private readonly alarms: Alarms,
    private readonly pauses: ProviderPauses,
  ) {}

  /** @throws not-allowed */
  async execute(actor: Actor): Promise<Operations> {
    refuseUnlessLeader(actor);
    const [{ heartbeats, runs }, alarms, pauses] = await Promise.all([
      this.vitals.read(),
      this.alarms.recent(SHOWN_ALARMS),
      this.pauses.list(),
    ]);
    const own = await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const now = await unit.now();
      return { now, waiting: await waitingOf(unit, now), failedJobs: await unit.failedJobs() };
    });
    return { ...own, alarms, schedules: scheduleStates(runs), providers: providerStates(heartbeats, pauses) };
  }
}

/** What has never gone well is told as that; whether it should have, the auditor knows, who was there. */
export function scheduleStates(
  runs: readonly { name: string; doneSecondsAgo: number | null }[],
): ScheduleState[] {
  const late = lateSchedules(runs, 0);
  return scheduleNames.map((name) => ({
    name,
    everySeconds: schedules[name].everySeconds,
    doneSecondsAgo: runs.find((run) => run.name === name)?.doneSecondsAgo ?? null,
    isLate: late.includes(name),
  }));
}

async function waitingOf(unit: UnitOfWork, now: Temporal.Instant): Promise<Waiting> {
  const before = now.subtract({ seconds: LATE_SECONDS });
  const late = { state: 'open', nextStepAt: { before } } as const;
  const queued = { state: 'queued', notBefore: { before } } as const;
  const oldest = await unit.messages.first(queued, { order: [{ by: 'notBefore' }] });
  return {
    openCases: await unit.escalations.count({ state: { notIn: ['closed'] } }),
    late: (await unit.escalations.list(late, { order: [{ by: 'nextStepAt' }], limit: SHOWN_LADDERS })).map(
      ({ id, nextStepAt }) => ({ id, nextStepAt }),
    ),
    lateCases: await unit.escalations.count(late),
    messages: await unit.messages.count(queued),
    messagesSince: oldest?.notBefore ?? null,
    uncertainMessages: await unit.messages.count({ state: 'uncertain' }),
  };
}
