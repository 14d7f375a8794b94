import type { Actor, Message, MessageState } from '#domain';
import { Transactor, type Criteria } from '../ports/index.js';
import { definedOf } from './match-records.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

export class MessageRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** `queued` is everything that has not left, also what is on its way out this second. */
  async list(
    filter: { citizenId?: string; state?: Exclude<MessageState, 'sending'> },
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<Message>> {
    const where: Criteria<Message> = {
      ...definedOf(filter),
      ...(filter.state === 'queued' && { state: { in: ['queued', 'sending'] } }),
    };
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shown = await pageOf(unit.messages, where, page);
      const citizens = shown.items.map(({ citizenId }) => citizenId).filter((id) => id !== null);
      await logShown(unit, actor, citizens, 'message.list');
      return shown;
    });
  }
}
