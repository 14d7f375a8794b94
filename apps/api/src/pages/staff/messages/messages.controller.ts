import { Controller, Get, Query } from '@nestjs/common';
import { InboundList, MessageList, ShiftChoices, ShowMessage } from '#use-cases';
import { isUuid } from '../../../http/fields/words.js';
import { Id } from '../../../http/operation.js';
import type { ShownPage } from '../../frame/page.js';
import { messagesWords as w } from '../../words/desk-messages.js';
import { listState } from '../list/list-state.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { inboundChoices, inboundPage, inboundView } from './inbound-view.js';
import {
  askedMessages,
  messageListChoices,
  messageQueryOf,
  messagesPage,
  messagesView,
} from './message-list-view.js';
import { MESSAGES } from './message-row.js';
import { messagePage, messageView } from './message-view.js';

const ROWS = 40;

/** *Beskeder*: what was written to whom, what became of it, and what came in. */
@Controller('kommune/beskeder')
export class DeskMessagesController {
  constructor(
    private readonly messages: MessageList,
    private readonly choices: ShiftChoices,
    private readonly one: ShowMessage,
    private readonly inbound: InboundList,
  ) {}

  @Get()
  @StaffPage()
  async list(@Query() query: Record<string, unknown>, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const citizenId = query['borger'];
    const chosen = typeof citizenId === 'string' && isUuid.test(citizenId) ? { citizenId } : {};
    const choices = messageListChoices(await this.choices.show(chosen, actor));
    const state = askedMessages(listState(choices, query));
    const page = { limit: ROWS, ...(state.after !== undefined && { after: state.after }) };
    const record = await this.messages.show(messageQueryOf(state), page, actor);
    return messagesPage({ title: w.tab, wide: true, ...messagesView(record, choices, state, record.now) });
  }

  @Get('ind')
  @StaffPage()
  async came(@Query() query: Record<string, unknown>, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(inboundChoices, query);
    const page = { limit: ROWS, ...(state.after !== undefined && { after: state.after }) };
    const record = await this.inbound.show(page, actor);
    return inboundPage({ title: w.inboundTab, wide: true, ...inboundView(record, state, record.now) });
  }

  @Get(':id')
  @StaffPage()
  async show(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const file = await this.one.execute(id, w.link, actor);
    return messagePage({
      title: w.tab,
      wide: true,
      back: { href: MESSAGES, label: w.back },
      ...messageView(file, file.now),
    });
  }
}
