import { openMatchStates, refuseUnless, type Actor, type Task } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { openTask } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { checkFit } from './check-fit.js';

export interface BrokerQuestionInput {
  smallJobId: string;
  citizenId: string;
  /** What the colleague should know; read by nobody else. */
  word?: string;
}

/** A colleague's citizen means "Spørg Lars" first: it goes onto the broker's list, due the same day (practice). */
export class AskBroker {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws citizen.is-yours, broker-question.already-asked, match.already-exists, match.does-not-fit */
  async execute(input: BrokerQuestionInput, actor: Actor): Promise<Task> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => this.within(unit, input, actor));
  }

  async within(
    unit: UnitOfWork,
    { smallJobId, citizenId, word }: BrokerQuestionInput,
    actor: Actor,
  ): Promise<Task> {
    refuseUnlessStaff(actor);
    const smallJob = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
    const citizen = found(await unit.citizens.lock(citizenId), 'citizen.not-found');
    refuseUnless(smallJob.status === 'open', 'small-job.wrong-state', {
      from: smallJob.status,
      to: 'open',
    });
    refuseUnless(citizen.brokerId !== null && citizen.brokerId !== actor.staffId, 'citizen.is-yours');
    const match = await unit.matches.first({ smallJobId, citizenId, state: { in: openMatchStates } });
    refuseUnless(!match, 'match.already-exists', { matchId: match?.id, state: match?.state });
    const about = { kind: 'ask-broker', smallJobId, citizenId } as const;
    const open = await unit.tasks.first({ ...about, doneAt: { isNull: true } });
    refuseUnless(!open, 'broker-question.already-asked');
    await checkFit(unit, smallJob, citizen);
    await logShown(unit, actor, [citizenId], 'small-job.ranking');
    return openTask(unit, this.ids, {
      ...about,
      staffId: citizen.brokerId,
      askedByStaffId: actor.staffId,
      note: word ?? null,
      dueAt: await unit.now(),
    });
  }
}
