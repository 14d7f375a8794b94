import type { Question, ReplyWord, Temporal } from '#domain';
import type { Sender } from './sender.js';

/** Something that this sender could be answering. */
export interface OpenQuestion {
  question: Question;
  /** What it is about. More than one only where one SMS asked about several shifts. */
  subjectIds: readonly [string, ...string[]];
  sender: Sender;
  /** When it was asked first, or, of a shift, when that begins. */
  askedAt: Temporal.Instant;
  /** The state says already what the word says: there is nothing to do. */
  isSaid: boolean;
}

/** What was written from where, and when. */
export interface Written {
  word: ReplyWord;
  /** E.164. */
  from: string;
  at: Temporal.Instant;
}
