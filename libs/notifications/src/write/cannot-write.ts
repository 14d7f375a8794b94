import type { Language } from '#domain';
import type { WrittenChannel } from '../catalogue/message-definition.js';

export type WhyNot = 'unknown-template' | 'missing-field' | 'unknown-choice' | 'broken-template' | 'too-long';

/**
 * A message that must not go out as it stands. Says which template and field, never what was in it: the
 * text of an error ends in logs, and the data are about people.
 */
export class CannotWrite extends Error {
  constructor(
    readonly why: WhyNot,
    readonly template: string,
    readonly language: Language,
    readonly channel: WrittenChannel,
    detail: string,
  ) {
    super(`${template} (${language}, ${channel}): ${why}: ${detail}`);
    this.name = 'CannotWrite';
  }
}
