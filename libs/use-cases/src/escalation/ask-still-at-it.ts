import { firstName, isBefore, STILL_AT_IT_ANSWER_WITHIN, Temporal, type Escalation } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';
import { note } from './case-file.js';

/** Asks only the person who took it whether it still goes on. */
export class AskStillAtIt {
  static readonly needs = [Transactor, Ids, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(municipalityId: string, escalationId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const escalation = await unit.escalations.lock(escalationId);
      const taken = escalation?.acknowledged;
      if (escalation?.state !== 'acknowledged' || !taken || taken.askedAt !== null) return;
      const now = await unit.now();
      if (isBefore(now, Temporal.Instant.from(taken.expiresAt))) return;
      await unit.escalations.update({ ...escalation, acknowledged: { ...taken, askedAt: now.toString() } });
      const staff = await unit.staff.find(taken.byStaffId);
      const smallJob = found(await unit.smallJobs.find(escalation.smallJobId), 'small-job.not-found');
      const citizen = found(await unit.citizens.find(escalation.citizenId), 'citizen.not-found');
      if (staff) {
        await this.correspondence.toStaff(unit, staff, {
          template: 'still-at-it',
          data: { contact: firstName(staff), person: firstName(citizen), workplace: smallJob.title },
          question: 'still-at-it',
          subjectId: escalationId,
          occasion: taken.at,
          urgent: true,
        });
      }
      await note(unit, this.ids, escalation, 'still-at-it-asked', 'Fodfæste', { of: taken.byName });
      await unit.wake('escalation.expire-acknowledge', escalationId, now.add(answerWithin(escalation)));
    });
  }
}

/** Five minutes, or less when the municipality lets an acknowledge hold for less than that. */
export function answerWithin(escalation: Escalation): Temporal.Duration {
  const five = Temporal.Duration.from(STILL_AT_IT_ANSWER_WITHIN);
  const action = escalation.acknowledged?.action ?? 'other';
  const holds = Temporal.Duration.from(escalation.snapshot.acknowledgeExpiresAfter[action]);
  return Temporal.Duration.compare(holds, five) < 0 ? holds : five;
}
