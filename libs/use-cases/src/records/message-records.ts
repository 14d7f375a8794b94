import type { Actor, Message, MessageState } from '#domain';
import { Transactor } from '../ports/index.js';
import { definedOf } from './match-records.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

export class MessageRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(filter: { citizenId?: string; state?: MessageState }, page: PageRequest, actor: Actor): Promise<Page<Message>> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shown = await pageOf(unit.messages, definedOf(filter), page);
      const citizens = shown.items.map(({ citizenId }) => citizenId).filter((id) => id !== null);
      await logShown(unit, actor, citizens, 'message.list');
      return shown;
    });
  }
}
