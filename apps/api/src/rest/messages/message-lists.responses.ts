import { isoWithOffset } from '#domain';
import type { InboundMessage, MessageFile, MessageListRecord, NamedMessage, Page } from '#use-cases';
import { toCursor } from '../../http/cursor.js';
import { flag, instant, int, listOf, nested, oneOf, slug, text, uuid } from '../../http/fields/index.js';
import { TaskResponse, toTask } from '../tasks/tasks.responses.js';
import { MessageResponse, toMessage } from './messages.responses.js';

const MOST = 10_000_000;

export class NamedMessageResponse extends MessageResponse {
  @text({ nullable: true, example: 'Jonas Hansen', description: 'Hvem den er til.' })
  receiverName!: string | null;
  @uuid({ nullable: true }) companyId!: string | null;
  @uuid({ nullable: true, description: 'Det, den handler om.' }) subjectId!: string | null;
}

export class MessageCountsResponse {
  @int({ min: 0, max: MOST, example: 2 }) lost!: number;
  @int({ min: 0, max: MOST, example: 7 }) waiting!: number;
}

export class MessageListResponse {
  @listOf(NamedMessageResponse, { max: 500 }) items!: NamedMessageResponse[];
  @text({ nullable: true, example: 'YWZ0ZXI6', description: 'Null på den sidste side.' })
  nextCursor!: string | null;
  @nested(MessageCountsResponse) counts!: MessageCountsResponse;
}

export class MessageFileResponse extends NamedMessageResponse {
  @text({ nullable: true, example: 'Vi ses i morgen', description: 'Kun for en mail.' })
  subject!: string | null;
  @text({
    max: 20_000,
    multiline: true,
    nullable: true,
    example: 'Hej Jonas. Vi ses i morgen, fredag kl. 8, på frugtlageret.',
    description:
      'Som den bliver skrevet af det, der er gemt, uden link og kode. Null, når den ikke kan skrives.',
  })
  text!: string | null;
  @listOf(TaskResponse) tasks!: TaskResponse[];
}

export class InboundMessageResponse {
  @uuid() id!: string;
  @instant() at!: string;
  @oneOf(['citizen', 'company', 'staff'], { nullable: true, example: 'citizen' }) who!: string | null;
  @uuid({ nullable: true }) whoId!: string | null;
  @text({ nullable: true, example: 'Jonas Hansen' }) name!: string | null;
  @text({
    max: 2000,
    multiline: true,
    nullable: true,
    example: 'HER',
    description: 'Kun for dem, den vedkommer; i 30 dage.',
  })
  text!: string | null;
  @slug({ nullable: true, example: 'here', description: 'Null: et menneske har den.' })
  understoodAs!: string | null;
  @flag({ description: 'Vedkommer den, der spørger.' }) concernsMe!: boolean;
}

export class InboundMessagesResponse {
  @listOf(InboundMessageResponse, { max: 500 }) items!: InboundMessageResponse[];
  @text({ nullable: true, example: 'YWZ0ZXI6', description: 'Null på den sidste side.' })
  nextCursor!: string | null;
}

const toNamed = ({ message, receiver }: NamedMessage): NamedMessageResponse => ({
  ...toMessage(message),
  receiverName: receiver?.name ?? null,
  companyId: message.companyId,
  subjectId: message.subjectId,
});

export const toMessageList = ({ items, next, counts }: MessageListRecord): MessageListResponse => ({
  items: items.map(toNamed),
  nextCursor: next === null ? null : toCursor(next),
  counts: { lost: counts.lost, waiting: counts.waiting },
});

export const toMessageFile = (file: MessageFile): MessageFileResponse => ({
  ...toNamed(file),
  subject: file.words?.subject ?? null,
  text: file.words?.text ?? null,
  tasks: file.tasks.map(toTask),
});

export const toInbound = ({ items, next }: Page<InboundMessage>): InboundMessagesResponse => ({
  items: items.map(({ sms, from, text: words, concernsMe }) => ({
    id: sms.id,
    at: isoWithOffset(sms.at),
    who: from?.who ?? null,
    whoId: from?.id ?? null,
    name: from?.name ?? null,
    text: words,
    understoodAs: sms.understoodAs,
    concernsMe,
  })),
  nextCursor: next === null ? null : toCursor(next),
});
