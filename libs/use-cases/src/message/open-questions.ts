import { isBefore, type Question, type ReplyWord, type Temporal } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { OpenQuestion, Written } from './open-question.js';
import { questionsToCitizen } from './questions-to-citizen.js';
import { questionsToCompany } from './questions-to-company.js';
import type { Sender } from './sender.js';

const fits: Readonly<Record<Question, readonly ReplyWord[]>> = {
  interest: ['yes', 'no', 'call'],
  match: ['yes', 'no'],
  offer: ['yes', 'no', 'visit', 'call'],
  shift: ['here', 'on-the-way', 'later', 'cannot', 'call'],
  'workplace-arrival': ['yes', 'no'],
  'still-at-it': ['yes', 'no'],
  draft: ['yes', 'no', 'call'],
};

/** Whoever holds a shared phone decides nothing in somebody's name, there as on the page behind a link (ADR 0015). */
const fitsOnSharedPhone: Readonly<Record<Question, readonly ReplyWord[]>> = {
  ...fits,
  interest: ['call'],
  offer: ['call'],
};

/** Two clocks and a network lie between the two times. Whoever answers within it may mean either question. */
const CLOCKS_DIFFER_BY_SECONDS = 60;

/**
 * What the sender could have been answering with this word when it was written, newest first: questions and replies
 * cross, and nobody answers what has not been asked yet. Read from the state, not from what was sent.
 */
export async function openQuestions(
  unit: UnitOfWork,
  sender: Sender,
  written: Written,
): Promise<OpenQuestion[]> {
  const all = await questionsTo(unit, sender, written);
  const citizen = sender.who === 'citizen' ? await unit.citizens.find(sender.id) : undefined;
  const fitting = citizen?.sharedPhone ? fitsOnSharedPhone : fits;
  const latestAsked = written.at.add({ seconds: CLOCKS_DIFFER_BY_SECONDS });
  const open: OpenQuestion[] = [];
  for (const one of all.filter(({ question }) => fitting[question].includes(written.word))) {
    const askedAt = await firstAskedAt(unit, one);
    if (one.question === 'shift' || !isBefore(latestAsked, askedAt)) open.push({ ...one, askedAt });
  }
  return open.sort((a, b) => b.askedAt.epochMilliseconds - a.askedAt.epochMilliseconds);
}

async function questionsTo(unit: UnitOfWork, sender: Sender, written: Written): Promise<OpenQuestion[]> {
  if (sender.who === 'citizen') return questionsToCitizen(unit, sender, written);
  if (sender.who === 'company') return questionsToCompany(unit, sender, written);
  const taken = await unit.escalations.list({ state: 'acknowledged' });
  const asked = taken.filter(
    ({ acknowledged }) => acknowledged?.byStaffId === sender.id && acknowledged.askedAt !== null,
  );
  return asked.map(({ id, openedAt }) => ({
    question: 'still-at-it',
    subjectIds: [id],
    sender,
    askedAt: openedAt,
    isSaid: false,
  }));
}

/** A question that waited for the morning was asked in the morning; one without a message, when it was opened. */
async function firstAskedAt(unit: UnitOfWork, one: OpenQuestion): Promise<Temporal.Instant> {
  if (one.question === 'shift' || one.question === 'still-at-it') return one.askedAt;
  const first = await unit.messages.first(
    { subjectId: { in: one.subjectIds }, question: one.question, receiver: one.sender.who },
    { order: [{ by: 'createdAt' }, { by: 'id' }] },
  );
  return first?.notBefore ?? one.askedAt;
}
