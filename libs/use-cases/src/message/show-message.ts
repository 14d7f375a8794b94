import type { Actor, Message, OwnWording, Shift, Task, Temporal } from '#domain';
import { MessageWriter, Transactor, type UnitOfWork } from '../ports/index.js';
import { ownWordingOf } from '../own-text/own-wording-of.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { withReceivers, type NamedMessage } from './message-list.js';

export interface MessageFile extends NamedMessage {
  /** As it is written now from what is stored; null when its words have changed so that it cannot be. */
  words: { subject: string | null; text: string } | null;
  /** The shift that it is about, when it is about one. */
  shift: Shift | null;
  /** What somebody has to do because of it. */
  tasks: Task[];
  now: Temporal.Instant;
}

/** What one message said, and what became of it. */
export class ShowMessage {
  static readonly needs = [Transactor, MessageWriter] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly writer: MessageWriter,
  ) {}

  /** `link` stands where the receiver's own link stood. @throws message.not-found; not-allowed for others than staff */
  async execute(messageId: string, link: string, actor: Actor): Promise<MessageFile> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const message = found(await unit.messages.find(messageId), 'message.not-found');
      const [named] = await withReceivers(unit, [message], actor);
      const shift = await shiftOf(unit, message);
      const wroteAt = message.state === 'queued' ? await unit.now() : message.stateAt;
      // What a workplace was told about a shift names its person.
      if (shift) await logShown(unit, actor, [shift.citizenId], 'message.list');
      return {
        ...found(named, 'message.not-found'),
        words: this.wordsOf(message, link, await ownWordingOf(unit, this.writer, message, wroteAt)),
        shift,
        tasks: await unit.tasks.list({ messageId }, { order: [{ by: 'dueAt' }] }),
        now: await unit.now(),
      };
    });
  }

  /** The text is not stored: it is written again. Links and codes are for the receiver and stay out of it. */
  private wordsOf(
    { template, channel, language, data, link }: Message,
    instead: string,
    own: OwnWording | null,
  ): MessageFile['words'] {
    const secret: Record<string, string> = template === 'sign-in-code' ? { code: '(koden)' } : {};
    const hasLink = link !== null || data['path'] !== undefined;
    try {
      const fields = { ...data, ...secret, link: hasLink ? instead : '' };
      const written = this.writer.write(template, channel, language, fields, own);
      return { subject: written.channel === 'email' ? written.subject : null, text: written.text };
    } catch {
      return null;
    }
  }
}

async function shiftOf(unit: UnitOfWork, { subjectId }: Message): Promise<Shift | null> {
  return subjectId === null ? null : ((await unit.shifts.find(subjectId)) ?? null);
}
