import {
  escalationStates,
  isBefore,
  isoWithOffset,
  refuseUnless,
  type Actor,
  type Escalation,
  type Temporal,
} from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { note } from './case-file.js';

const LONGEST_SNOOZE_HOURS = 24;

/** Puts the case aside until a time; then the ladder goes on where it stood. */
export class Snooze {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(escalationId: string, until: Temporal.Instant, actor: Actor): Promise<Escalation> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const escalation = found(await unit.escalations.lock(escalationId), 'escalation.not-found');
      const now = await unit.now();
      const latestEnd = now.add({ hours: LONGEST_SNOOZE_HOURS });
      const valid = isBefore(now, until) && !isBefore(latestEnd, until);
      refuseUnless(valid, 'escalation.snooze-invalid', { latest: isoWithOffset(latestEnd) });
      const snoozed: Escalation = {
        ...escalation,
        state: escalationStates.move(escalation.state, 'snoozed'),
        acknowledged: null,
        snoozedUntil: until,
        nextStepAt: until,
      };
      await unit.escalations.update(snoozed);
      await note(unit, this.ids, escalation, 'snoozed', actor.name, { until: until.toString() });
      await unit.wake('escalation.resume', escalationId, until);
      return snoozed;
    });
  }
}
