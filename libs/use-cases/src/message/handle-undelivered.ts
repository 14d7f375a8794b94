import type { Message, Staff, TaskKind } from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { goOnWithout, note } from '../escalation/case-file.js';
import { brokerOf, whoAnswers } from '../contact/who-answers.js';
import { openTask } from '../task/open-task.js';
import { OtherChannel } from './other-channel.js';
import { purposeOf } from './still-makes-sense.js';

/** Reasons that say the number or address itself is wrong. */
const wrongAddress = new Set([
  'unknown-subscriber',
  'invalid-number',
  'mailbox-unknown',
  'permanent',
  'not-a-phone-number',
  'not-an-email-address',
  // No such mailbox, moved, not a mailbox name, a domain that takes no mail (RFC 5321, RFC 7504).
  'smtp-550',
  'smtp-551',
  'smtp-553',
  'smtp-556',
]);

/**
 * A message did not arrive, or nobody knows. In a ladder the wait is skipped: the next step is due at once and
 * the history says why. Otherwise it goes by the citizen's other channel, or somebody gets it on the list; a wrong number
 * is somebody's to correct either way.
 */
export class HandleUndelivered {
  static readonly needs = [Ids, OtherChannel] as const;

  constructor(
    private readonly ids: Ids,
    private readonly otherChannel: OtherChannel,
  ) {}

  /** `wrong`: the gateway says that this number or address will fail again. */
  async within(unit: UnitOfWork, message: Message, wrong = false): Promise<void> {
    // Whoever asked for a code sees that none comes, and asks again or calls.
    if (message.template === 'sign-in-code') return;
    if (message.escalationStepId) await this.skipTheWait(unit, message, message.escalationStepId);
    const isWrong = wrong || wrongAddress.has(message.reason ?? '');
    if ((await this.otherChannel.within(unit, message)) && !isWrong) return;
    await this.putOnAList(unit, message, isWrong);
  }

  private async skipTheWait(unit: UnitOfWork, message: Message, stepId: string): Promise<void> {
    const step = await unit.escalationSteps.find(stepId);
    const escalation = step && (await unit.escalations.lock(step.escalationId));
    if (!step || !escalation || escalation.state === 'closed') return;
    const details = { step: step.ladderStep, to: step.who, reason: message.reason };
    await note(
      unit,
      this.ids,
      escalation,
      message.state === 'uncertain' ? 'delivery-uncertain' : 'not-delivered',
      'Fodfæste',
      details,
    );
    if (escalation.state !== 'open' || step.round !== escalation.round) return;
    const nextStepAt = await goOnWithout(unit, this.ids, escalation, step);
    await unit.escalations.update({ ...escalation, nextStepAt });
  }

  private async putOnAList(unit: UnitOfWork, message: Message, isWrong: boolean): Promise<void> {
    const step = message.escalationStepId
      ? await unit.escalationSteps.find(message.escalationStepId)
      : undefined;
    const isAboutShift = step !== undefined || message.reason === 'moment-passed';
    const shift = isAboutShift && message.subjectId ? await unit.shifts.find(message.subjectId) : undefined;
    await openTask(unit, this.ids, {
      kind: kindOf(message, isWrong),
      staffId: (await this.whoseList(unit, message, shift?.smallJobId))?.id ?? null,
      citizenId: message.citizenId ?? shift?.citizenId ?? null,
      shiftId: shift?.id ?? null,
      smallJobId: shift?.smallJobId ?? null,
      escalationId: step?.escalationId ?? null,
      messageId: message.id,
      note: `${message.template} (${message.channel}): ${message.reason ?? message.state}`,
      dueAt: await unit.now(),
    });
  }

  private async whoseList(
    unit: UnitOfWork,
    message: Message,
    smallJobId: string | undefined,
  ): Promise<Staff | undefined> {
    if (message.staffId) return unit.staff.find(message.staffId);
    if (smallJobId) return whoAnswers(unit, smallJobId, await unit.now());
    const citizen = message.citizenId ? await unit.citizens.find(message.citizenId) : undefined;
    return citizen && brokerOf(unit, citizen);
  }
}

function kindOf(message: Message, isWrong: boolean): TaskKind {
  if (message.escalationStepId) return 'step-by-hand';
  if (message.reason === 'moment-passed' && purposeOf(message) === 'shift-reminder') return 'remind-shift';
  return isWrong ? 'correct-number' : 'message-not-delivered';
}
