import type { Language, MessageTemplate } from '#domain';

export type WrittenMessage =
  { channel: 'sms'; text: string } | { channel: 'email'; subject: string; text: string; html: string };

/** Turns a message row into words. Throws when a variable is missing: a template is never sent half filled. */
export abstract class MessageWriter {
  abstract write(
    template: MessageTemplate,
    channel: 'sms' | 'email',
    language: Language,
    data: Record<string, string>,
  ): WrittenMessage;
}
