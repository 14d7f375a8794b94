import {
  DomainError,
  isStaff,
  refuseUnless,
  type Actor,
  type SmallJob,
  type Staff,
  type Task,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import type { InterestInput } from './interest-input.js';
import { listedPeople, type ListedPerson } from './listed-people.js';
import { ProposeMatch } from './propose-match.js';

export interface BrokerAnswer {
  answer: 'yes' | 'no';
  /** Why, in a word; a no without one helps nobody. */
  word?: string;
  /** What the citizen has said, when the broker has talked with her or him already. */
  interest?: InterestInput;
}

export interface BrokerQuestion {
  task: Task;
  smallJob: SmallJob;
  person: ListedPerson;
  asker: Staff | null;
  /** The broker, or a leader when the broker is away. */
  mayAnswer: boolean;
}

/** The broker says yes or no with a word. A yes proposes the citizen, in the name of whoever asked. */
export class AnswerBrokerQuestion {
  static readonly needs = [Transactor, ProposeMatch] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly proposeMatch: ProposeMatch,
  ) {}

  async show(taskId: string, actor: Actor): Promise<BrokerQuestion> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const task = found(await unit.tasks.find(taskId), 'broker-question.not-found');
      const { smallJobId, citizenId } = subjectsOf(task);
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      await logShown(unit, actor, [citizenId], 'small-job.ranking');
      const { askedByStaffId: askedBy } = task;
      return {
        task,
        smallJob: found(await unit.smallJobs.find(smallJobId), 'small-job.not-found'),
        person: found((await listedPeople(unit, [citizen], smallJobId)).get(citizenId), 'citizen.not-found'),
        asker: askedBy === null ? null : ((await unit.staff.find(askedBy)) ?? null),
        mayAnswer: mayAnswer(task, actor),
      };
    });
  }

  /** @throws broker-question.already-answered, broker-question.of-another; as `ProposeMatch` after a yes */
  async execute(taskId: string, { answer, word, interest }: BrokerAnswer, actor: Actor): Promise<Task> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const task = found(await unit.tasks.lock(taskId), 'broker-question.not-found');
      const subjects = subjectsOf(task);
      refuseUnless(task.doneAt === null, 'broker-question.already-answered');
      refuseUnless(answer === 'yes' || (word ?? '') !== '', 'broker-question.needs-word');
      if (!mayAnswer(task, actor)) throw new DomainError('broker-question.of-another');
      const match =
        answer === 'yes'
          ? await this.proposeMatch.within(
              unit,
              { ...subjects, interest },
              await askerOf(unit, task, actor),
              actor,
            )
          : undefined;
      const done: Task = {
        ...task,
        answer,
        outcome: word ?? null,
        matchId: match?.id ?? null,
        doneAt: await unit.now(),
        doneByStaffId: actor.staffId,
      };
      await unit.tasks.update(done);
      return done;
    });
  }
}

const mayAnswer = (task: Task, actor: Actor): boolean =>
  isStaff(actor) && (actor.staffId === task.staffId || actor.role === 'leader');

function subjectsOf({ kind, smallJobId, citizenId }: Task): { smallJobId: string; citizenId: string } {
  const isQuestion = kind === 'ask-broker' && smallJobId !== null && citizenId !== null;
  if (!isQuestion) throw new DomainError('broker-question.not-found');
  return { smallJobId, citizenId };
}

/** It was the asker who picked the person, from the list that was shown to her or him. */
async function askerOf(unit: UnitOfWork, task: Task, actor: Actor): Promise<Actor> {
  const asker = task.askedByStaffId === null ? undefined : await unit.staff.find(task.askedByStaffId);
  return asker ? { ...actor, staffId: asker.id, name: asker.name, role: asker.role } : actor;
}
