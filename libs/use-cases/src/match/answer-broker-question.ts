import {
  DomainError,
  isStaff,
  openMatchStates,
  openOfferStates,
  refuseUnless,
  type Actor,
  type Match,
  type SmallJob,
  type Staff,
  type Task,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import type { InterestInput } from './interest-input.js';
import { listedPeople, type ListedPerson } from './listed-people.js';
import { ProposeMatch, type ProposeInput } from './propose-match.js';

export interface BrokerAnswer {
  answer: 'yes' | 'no';
  /** Why, in a word; a no without one helps nobody. */
  word?: string;
  /** What the citizen has said, when the broker has talked with her or him already. */
  interest?: InterestInput;
  /** Refuses a yes when the citizen has been asked, proposed or offered something meanwhile. */
  onlyIfFree?: boolean;
}

export interface BrokerQuestion {
  task: Task;
  smallJob: SmallJob;
  person: ListedPerson;
  asker: Staff | null;
  /** The broker, or a leader when the broker is away. */
  mayAnswer: boolean;
  /** Somewhere: one open offer at a time. */
  hasOpenOffer: boolean;
}

/**
 * The broker says yes or no with a word. A yes proposes the citizen, in the name of whoever asked; where that has been
 * done already, the yes is about that proposal.
 */
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
        hasOpenOffer: (await unit.offers.count({ citizenId, state: { in: openOfferStates } })) > 0,
      };
    });
  }

  /** @throws broker-question.already-answered, broker-question.of-another; as `ProposeMatch` after a yes */
  async execute(taskId: string, { answer, word, ...told }: BrokerAnswer, actor: Actor): Promise<Task> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const subjects = subjectsOf(found(await unit.tasks.find(taskId), 'broker-question.not-found'));
      // In the order of everybody who proposes: job, citizen, question. Who comes second sees what the first has done.
      await unit.smallJobs.lock(subjects.smallJobId);
      await unit.citizens.lock(subjects.citizenId);
      const task = found(await unit.tasks.lock(taskId), 'broker-question.not-found');
      refuseUnless(task.doneAt === null, 'broker-question.already-answered');
      refuseUnless(answer === 'yes' || (word ?? '') !== '', 'broker-question.needs-word');
      if (!mayAnswer(task, actor)) throw new DomainError('broker-question.of-another');
      const match =
        answer === 'yes' ? await this.proposed(unit, task, { ...subjects, ...told }, actor) : null;
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

  private async proposed(unit: UnitOfWork, task: Task, input: ProposeInput, actor: Actor): Promise<Match> {
    const { smallJobId, citizenId } = input;
    const known = await unit.matches.first({ smallJobId, citizenId, state: { in: openMatchStates } });
    return known ?? this.proposeMatch.within(unit, input, await askerOf(unit, task, actor), actor);
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
