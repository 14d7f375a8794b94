import {
  localDateOf,
  textOn,
  type LocalDate,
  type Message,
  type OwnText,
  type OwnWording,
  type Temporal,
  type TextPlace,
} from '#domain';
import type { MessageWriter, UnitOfWork } from '../ports/index.js';

/**
 * The municipality's own words for a message at the moment it leaves, whenever it was queued: what waits over the night
 * into a new text's first day is sent in the new words. What was made after that moment has no part in it.
 */
export async function ownWordingOf(
  unit: UnitOfWork,
  writer: MessageWriter,
  { template, data, language, channel }: Pick<Message, 'template' | 'data' | 'language' | 'channel'>,
  at: Temporal.Instant,
): Promise<OwnWording | null> {
  const name = writer.textName(template, data);
  if (name === null) return null;
  const day = localDateOf(at);
  const rows = await unit.ownTexts.list({ name, language, channel, from: { to: day }, madeAt: { to: at } });
  return textOn(rows, day)?.wording ?? null;
}

/** The version of a text that holds on a day; undefined while only the standard has. */
export async function ownTextOn(
  unit: UnitOfWork,
  { name, language, channel }: TextPlace,
  day: LocalDate,
): Promise<OwnText | undefined> {
  return textOn(await unit.ownTexts.list({ name, language, channel, from: { to: day } }), day);
}
