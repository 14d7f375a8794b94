import type {
  Citizen,
  Company,
  Escalation,
  EscalationStep,
  Match,
  Message,
  Offer,
  Shift,
  SmallJob,
  Staff,
  Task,
  Temporal,
  UrgentKind,
  UrgentThing,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { UrgentSource, UrgentThings } from './urgent-things.js';

/** One thing that must be acted upon, with what one has to know to act. */
export interface UrgentLine {
  about: string;
  kind: UrgentKind;
  deadline: Temporal.Instant;
  isBurning: boolean;
  /** Whose it is; empty: nobody's yet. */
  owners: Staff[];
  escalation: Escalation | null;
  /** What the ladder does next, when it is not stopped. */
  nextStep: EscalationStep | null;
  /** What stands on a list about it: ends with it. */
  tasks: Task[];
  message: Message | null;
  offer: Offer | null;
  match: Match | null;
  shift: Shift | null;
  smallJob: SmallJob | null;
  citizen: Citizen | null;
  company: Company | null;
  /** Whom both sides call today. */
  contact: Staff | null;
}

type Things = readonly UrgentThing<UrgentSource>[];

/** Fills in the lines that are shown, in eight reads. */
export async function readUrgentLines(
  unit: UnitOfWork,
  things: Things,
  { staff, contacts }: Pick<UrgentThings, 'staff' | 'contacts'>,
): Promise<UrgentLine[]> {
  const sources = things.flatMap((thing) => thing.sources);
  const escalations = sources.flatMap(({ escalation }) => escalation ?? []);
  const tasks = sources.flatMap(({ task }) => task ?? []);
  const known = sources.flatMap(({ offer }) => offer ?? []);
  const steps = await listOf(
    unit.escalationSteps,
    'escalationId',
    escalations.map(({ id }) => id),
  );
  const messages = byId(
    await listOf(
      unit.messages,
      'id',
      tasks.map(({ messageId }) => messageId),
    ),
  );
  const matches = byId(
    await listOf(
      unit.matches,
      'id',
      tasks.map(({ matchId }) => matchId),
    ),
  );
  const shifts = byId(
    await listOf(
      unit.shifts,
      'id',
      [...escalations, ...tasks].map(({ shiftId }) => shiftId),
    ),
  );
  const rows = [...escalations, ...tasks, ...known, ...messages.values(), ...matches.values()];
  const jobs = byId(
    await listOf(unit.smallJobs, 'id', [
      ...rows.map((row) => ('smallJobId' in row ? row.smallJobId : null)),
      ...sources.map(({ noDuty }) => noDuty?.smallJobId ?? null),
    ]),
  );
  const citizens = byId(
    await listOf(
      unit.citizens,
      'id',
      rows.map((row) => ('citizenId' in row ? row.citizenId : null)),
    ),
  );
  const companies = byId(
    await listOf(unit.companies, 'id', [
      ...rows.map((row) => ('companyId' in row ? row.companyId : null)),
      ...[...jobs.values()].map(({ companyId }) => companyId),
    ]),
  );

  return things.map((thing) => {
    const own = thing.sources;
    const escalation = own.find((one) => one.escalation)?.escalation ?? null;
    const ownTasks = own.flatMap(({ task }) => task ?? []);
    const offer = own.find((one) => one.offer)?.offer ?? null;
    const of = <T>(all: ReadonlyMap<string, T>, ids: readonly (string | null | undefined)[]): T | null =>
      ids.map((id) => (id ? all.get(id) : undefined)).find((row) => row !== undefined) ?? null;
    const message = of(
      messages,
      ownTasks.map(({ messageId }) => messageId),
    );
    const match = of(
      matches,
      ownTasks.map(({ matchId }) => matchId),
    );
    const subjects = [escalation, offer, ...ownTasks, match];
    const smallJob = of(jobs, [
      ...subjects.map((row) => row?.smallJobId),
      own.find(({ noDuty }) => noDuty)?.noDuty?.smallJobId,
    ]);
    return {
      about: thing.about,
      kind: thing.kind,
      deadline: thing.deadline,
      isBurning: thing.isBurning,
      owners: thing.staffIds.flatMap((id) => staff.get(id) ?? []),
      escalation,
      nextStep: escalation === null ? null : nextOf(escalation, steps),
      tasks: ownTasks,
      message,
      offer,
      match,
      shift: of(
        shifts,
        [escalation, ...ownTasks].map((row) => row?.shiftId),
      ),
      smallJob,
      citizen: of(
        citizens,
        [...subjects, message].map((row) => row?.citizenId),
      ),
      company: of(companies, [message?.companyId, escalation?.companyId, smallJob?.companyId]),
      contact: smallJob === null ? null : contacts(smallJob.id).answersToday,
    };
  });
}

function nextOf(escalation: Escalation, steps: readonly EscalationStep[]): EscalationStep | null {
  if (escalation.state !== 'open') return null;
  const waiting = steps.filter(
    (step) =>
      step.escalationId === escalation.id && step.round === escalation.round && step.state === 'waiting',
  );
  return waiting.sort((a, b) => a.seq - b.seq)[0] ?? null;
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** No read at all for what nobody asks about. */
async function listOf<T extends { id: string }, K extends 'id' | 'escalationId'>(
  store: { list(where: { [key in K]: { in: string[] } }): Promise<T[]> },
  by: K,
  ids: readonly (string | null)[],
): Promise<T[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  return wanted.length === 0 ? [] : store.list({ [by]: { in: wanted } } as { [key in K]: { in: string[] } });
}
