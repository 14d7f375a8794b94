import { isBefore, Temporal, type Escalation } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { answerWithin } from './ask-still-at-it.js';
import { moveWaiting, note, putOnTheList } from './case-file.js';

/** The person who took it did not say that it still goes on: the ladder goes on. */
export class ExpireAcknowledge {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(municipalityId: string, escalationId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const escalation = await unit.escalations.lock(escalationId);
      const askedAt = escalation?.acknowledged?.askedAt;
      if (escalation?.state !== 'acknowledged' || !askedAt) return;
      if (isBefore(await unit.now(), Temporal.Instant.from(askedAt).add(answerWithin(escalation)))) return;
      await note(unit, this.ids, escalation, 'acknowledge-expired', 'Fodfæste', {
        of: escalation.acknowledged?.byName ?? null,
      });
      await goOn(unit, this.ids, { ...escalation, acknowledged: null });
    });
  }
}

/** A snooze is over. */
export class ResumeEscalation {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(municipalityId: string, escalationId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const escalation = await unit.escalations.lock(escalationId);
      if (escalation?.state !== 'snoozed' || escalation.snoozedUntil === null) return;
      if (isBefore(await unit.now(), escalation.snoozedUntil)) return;
      await note(unit, this.ids, escalation, 'resumed', 'Fodfæste');
      await goOn(unit, this.ids, { ...escalation, snoozedUntil: null });
    });
  }
}

/** The next step is due at once; where none is left, a person's list gets the case: never silence. */
export async function goOn(unit: UnitOfWork, ids: Ids, escalation: Escalation): Promise<void> {
  const now = await unit.now();
  const nextStepAt = await moveWaiting(unit, escalation, now);
  await unit.escalations.update({ ...escalation, state: 'open', nextStepAt });
  if (nextStepAt === null) await putOnTheList(unit, ids, escalation);
}
