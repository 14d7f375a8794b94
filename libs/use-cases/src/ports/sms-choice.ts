import type { Entity, Question, ReplyWord, Temporal } from '#domain';

/** One of the things that somebody was asked to choose between, by its place from 1. */
export interface SmsOption {
  question: Question;
  /** Several shifts of one company that were asked about together are one. */
  subjectIds: string[];
}

/** A word that fitted two questions: it waits here until the sender says which, by a number. */
export interface SmsChoice extends Entity {
  /** E.164: the number that was asked. */
  phone: string;
  who: 'citizen' | 'company' | 'staff';
  senderId: string;
  word: ReplyWord;
  options: SmsOption[];
  /** Places that have been named. */
  chosen: number[];
  askedAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
}
