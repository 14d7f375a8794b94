import { instantOf, localDateOf, messageCaps, type Message, type Temporal } from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';

export type Cap = 'citizen-cap' | 'sms-cap';

/** When the leader hears of the municipality's cap, in per cent of it. */
const HEARD_AT = [80, 100] as const;

/**
 * The most that one citizen gets and one municipality pays for in a day. What the ladder needs is never held back: it has
 * bounds of its own, and somebody may be standing in the rain. A sign-in code does not count for the citizen, who asked
 * for it, but it costs.
 */
export class DayCaps {
  static readonly needs = [Ids] as const;

  constructor(private readonly ids: Ids) {}

  /** Which cap this message would break, if any. Tells the leader when the municipality's one comes near. */
  async reached(unit: UnitOfWork, message: Message, now: Temporal.Instant): Promise<Cap | null> {
    if (message.escalationStepId !== null) return null;
    const today = instantOf(localDateOf(now), '00:00');
    const caps = messageCaps((await unit.municipality()).settings);
    const { citizenId, urgent } = message;
    if (citizenId !== null && !urgent) {
      const had = await unit.messages.count({ citizenId, urgent: false, claimedAt: { from: today } });
      if (had >= caps.perCitizenADay) return 'citizen-cap';
    }
    if (message.channel !== 'sms') return null;
    const sent = await unit.messages.count({ channel: 'sms', claimedAt: { from: today } });
    await this.tellLeader(unit, sent + 1, caps.smsADay, { today, now });
    return sent >= caps.smsADay ? 'sms-cap' : null;
  }

  /** Once a day at each mark. The lock is for two workers who come to the mark at once. */
  private async tellLeader(
    unit: UnitOfWork,
    sent: number,
    cap: number,
    { today, now }: { today: Temporal.Instant; now: Temporal.Instant },
  ): Promise<void> {
    const mark = HEARD_AT.findLast((percent) => sent * 100 >= cap * percent);
    if (mark === undefined) return;
    const note = `${mark} % af dagens ${cap} SMS er brugt`;
    const told = { kind: 'sms-cap' as const, note, createdAt: { from: today } };
    if (await unit.tasks.first(told)) return;
    await unit.lockMunicipality();
    if (await unit.tasks.first(told)) return;
    const leader = await unit.staff.first({ role: 'leader', active: true });
    await openTask(unit, this.ids, { kind: 'sms-cap', staffId: leader?.id ?? null, note, dueAt: now });
  }
}
