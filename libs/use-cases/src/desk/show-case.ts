import {
  escalationDeadline,
  type Actor,
  type Agreement,
  type EscalationEntry,
  type EscalationStep,
  type Staff,
  type Temporal,
} from '#domain';
import { Transactor } from '../ports/index.js';
import { contactsOf } from '../contact/contacts-of.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { readUrgentLines, type UrgentLine } from './urgent-lines.js';

export interface CasePage {
  line: UrgentLine;
  history: EscalationEntry[];
  /** Of this round: what was done, what waits. */
  steps: EscalationStep[];
  agreement: Agreement | null;
  fixedContact: Staff | null;
  now: Temporal.Instant;
}

/** A case with everybody in it and all that happened: open, paused or long closed. */
export class ShowCase {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws escalation.not-found */
  async execute(escalationId: string, actor: Actor): Promise<CasePage> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const escalation = found(await unit.escalations.find(escalationId), 'escalation.not-found');
      const { citizenId, smallJobId, round } = escalation;
      await logShown(unit, actor, [citizenId], 'escalation.show');
      const tasks = await unit.tasks.list({ escalationId, doneAt: { isNull: true } });
      const staff = new Map((await unit.staff.list()).map((one) => [one.id, one]));
      const contacts = await contactsOf(unit, [smallJobId]);
      const answers = contacts(smallJobId).answersToday?.id;
      const thing = {
        about: `escalation:${escalationId}`,
        kind: 'missing' as const,
        deadline: escalationDeadline(escalation),
        isBurning: escalation.state === 'open',
        staffIds: [...new Set([escalation.acknowledged?.byStaffId, answers])].flatMap((id) => id ?? []),
        sources: [{ escalation }, ...tasks.map((task) => ({ task }))],
      };
      const [line] = await readUrgentLines(unit, [thing], { staff, contacts });
      const shift = found(line?.shift ?? undefined, 'shift.not-found');
      return {
        line: line!,
        history: await unit.escalationEntries.list({ escalationId }, { order: [{ by: 'at' }, { by: 'id' }] }),
        steps: await unit.escalationSteps.list({ escalationId, round }, { order: [{ by: 'seq' }] }),
        agreement: (await unit.agreements.find(shift.agreementId)) ?? null,
        fixedContact: contacts(smallJobId).fixedContact,
        now: await unit.now(),
      };
    });
  }
}
