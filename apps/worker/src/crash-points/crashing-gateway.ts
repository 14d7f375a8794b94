import { setTimeout as sleep } from 'node:timers/promises';
import type { CrashPoints } from '#configuration';
import { MessageGateway, type SendResult } from '#use-cases';

/** Time enough for a request to leave, and less than the crash kit's provider takes to answer. */
const LEAVES_WITHIN_MS = 30;

/** Dies before the network call of a message, while its answer is awaited, or with the answer in hand. */
export class CrashingGateway extends MessageGateway {
  constructor(
    private readonly gateway: MessageGateway,
    private readonly points: CrashPoints,
  ) {
    super();
  }

  override async send(...call: Parameters<MessageGateway['send']>): Promise<SendResult> {
    await this.points.reach('message.before-send');
    const answer = this.gateway.send(...call);
    await Promise.race([answer, sleep(LEAVES_WITHIN_MS)]);
    await this.points.reach('message.request-sent');
    const result = await answer;
    await this.points.reach('message.answer-received');
    return result;
  }
}
