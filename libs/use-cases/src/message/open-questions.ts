import {
  addDays,
  canTakeBack,
  localDateOf,
  openShiftStates,
  type Question,
  type ReplyWord,
  type Temporal,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** Who writes from a number: found by a keyed hash, before any text is read. */
export interface Sender {
  who: 'citizen' | 'company' | 'staff';
  id: string;
}

/** Something that this sender could be answering now. */
export interface OpenQuestion {
  question: Question;
  subjectId: string;
  sender: Sender;
  /** When it was last asked; the newest wins among questions that a word fits. */
  askedAt: Temporal.Instant;
}

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

/** What the sender could be answering with this word, newest first. Read from the state, not from what was sent. */
export async function openQuestions(
  unit: UnitOfWork,
  sender: Sender,
  word: ReplyWord,
): Promise<OpenQuestion[]> {
  const all = await questionsTo(unit, sender, word);
  const citizen = sender.who === 'citizen' ? await unit.citizens.find(sender.id) : undefined;
  const fitting = citizen?.sharedPhone ? fitsOnSharedPhone : fits;
  return all
    .filter(({ question }) => fitting[question].includes(word))
    .sort((a, b) => b.askedAt.epochMilliseconds - a.askedAt.epochMilliseconds);
}

async function questionsTo(unit: UnitOfWork, sender: Sender, word: ReplyWord): Promise<OpenQuestion[]> {
  if (sender.who === 'citizen') return questionsToCitizen(unit, sender, word);
  if (sender.who === 'company') return questionsToCompany(unit, sender);
  const taken = await unit.escalations.list({ state: 'acknowledged' });
  const asked = taken.filter(
    ({ acknowledged }) => acknowledged?.byStaffId === sender.id && acknowledged.askedAt !== null,
  );
  return asked.map((row) => ({ question: 'still-at-it', subjectId: row.id, sender, askedAt: row.openedAt }));
}

/** Words that somebody says who could not, and comes after all. */
const comesAfterAll: readonly ReplyWord[] = ['here', 'on-the-way', 'later'];

async function questionsToCitizen(
  unit: UnitOfWork,
  sender: Sender,
  word: ReplyWord,
): Promise<OpenQuestion[]> {
  const now = await unit.now();
  const today = localDateOf(now);
  const citizenId = sender.id;
  const offers = await unit.offers.list({ citizenId, state: { in: ['sent', 'visiting', 'accepted'] } });
  const asking = await unit.matches.list({ citizenId, state: 'asking' });
  const shifts = await unit.shifts.list({
    citizenId,
    state: {
      in: [...openShiftStates, ...(comesAfterAll.includes(word) ? (['absent-reported'] as const) : [])],
    },
    date: { from: addDays(today, -1), to: addDays(today, 1) },
    endsAt: { after: now },
  });
  const next = shifts.sort((a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds)[0];
  return [
    ...offers
      .filter((offer) => offer.state !== 'accepted' || canTakeBack(offer, now))
      .map((offer) => ({
        question: 'offer' as const,
        subjectId: offer.id,
        sender,
        askedAt: offer.lastSentAt,
      })),
    ...asking.map((match) => ({
      question: 'interest' as const,
      subjectId: match.id,
      sender,
      askedAt: match.createdAt,
    })),
    ...(next ? [{ question: 'shift' as const, subjectId: next.id, sender, askedAt: next.startsAt }] : []),
  ];
}

async function questionsToCompany(unit: UnitOfWork, sender: Sender): Promise<OpenQuestion[]> {
  const companyId = sender.id;
  const asked = await unit.shifts.list({
    companyId,
    state: 'unconfirmed',
    workplaceAskedAt: { isNull: false },
  });
  const jobs = await unit.smallJobs.list({ companyId, status: 'open' });
  const proposed =
    jobs.length === 0
      ? []
      : await unit.matches.list({ smallJobId: { in: jobs.map(({ id }) => id) }, state: 'proposed' });
  const drafts = await unit.smallJobs.list({
    companyId,
    status: 'draft',
    ownerAskedAt: { isNull: false },
  });
  return [
    ...drafts.map((job) => ({
      question: 'draft' as const,
      subjectId: job.id,
      sender,
      askedAt: job.ownerAskedAt ?? job.createdAt,
    })),
    ...asked.map((shift) => ({
      question: 'workplace-arrival' as const,
      subjectId: shift.id,
      sender,
      askedAt: shift.workplaceAskedAt ?? shift.startsAt,
    })),
    ...proposed.map((match) => ({
      question: 'match' as const,
      subjectId: match.id,
      sender,
      askedAt: match.createdAt,
    })),
  ];
}
