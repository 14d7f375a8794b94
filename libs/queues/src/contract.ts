import type { DueJobName } from '#domain';

/** The queues. Each holds work of one kind, so that a flood of one does not hold up the others. */
export const queueNames = [
  'matching',
  'offers',
  'messages',
  'shifts',
  'escalations',
  'many-at-once',
] as const;
export type QueueName = (typeof queueNames)[number];

/** Which queue wakes a worker for which job: exhaustive, so that a new job cannot be forgotten here. */
export const queueOf: Readonly<Record<DueJobName, QueueName>> = {
  'match.rank': 'matching',
  'match.remind-employer': 'offers',
  'match.lapse': 'offers',
  'offer.remind': 'offers',
  'offer.expire': 'offers',
  'offer.tell-company': 'offers',
  'offer.show-next-person': 'matching',
  'message.deliver': 'messages',
  // Not behind calls to a provider that does not answer: it is what tells a person of them.
  'message.settle': 'escalations',
  'agreement.watch-last-day': 'shifts',
  'shift.plan-ahead': 'shifts',
  'shift.remind': 'shifts',
  'shift.check-evidence': 'shifts',
  'shift.list-unconfirmed': 'shifts',
  'escalation.take-step': 'escalations',
  'escalation.ask-still-at-it': 'escalations',
  'escalation.expire-acknowledge': 'escalations',
  'escalation.resume': 'escalations',
  'import.run': 'many-at-once',
  'bulk-proposal.run': 'many-at-once',
};

/** How many jobs of a queue one worker process works on at a time. PostgreSQL as queue wants few (ADR 0003). */
export const concurrencyOf: Readonly<Record<QueueName, number>> = {
  matching: 1,
  offers: 4,
  messages: 8,
  shifts: 4,
  escalations: 8,
  'many-at-once': 2,
};

/**
 * How many jobs of a kind, due at one moment in one municipality, a wake-up may carry: a worker does them in one transaction
 * (ADR 0029). Only what does all it does in one transaction, and nothing outside it.
 */
export const mostTogether: Readonly<Partial<Record<DueJobName, number>>> = {
  'escalation.take-step': 50,
  'shift.check-evidence': 50,
  'shift.list-unconfirmed': 50,
};

/** What a job carries: ids, never personal data. What is to be done is read from the database again. */
export interface WakeUp {
  dueJobId: string;
  /** Others that are woken with it. A version before them wakes the first alone, and the sweeper finds the rest. */
  others?: string[];
}

export const dueJobIdsOf = ({ dueJobId, others = [] }: WakeUp): string[] => [dueJobId, ...others];

/** A wake-up for a due job, in how many milliseconds. */
export interface WakeUpCall {
  dueJobId: string;
  municipalityId: string;
  job: DueJobName;
  delayMs: number;
  /** How often the job was begun: a repeat must not be taken for the original. */
  attempts: number;
}

/** Never contains ":" and is never a plain number, which BullMQ refuses. The same call twice is one job. */
export const jobIdOf = ({ dueJobId, attempts }: Pick<WakeUpCall, 'dueJobId' | 'attempts'>): string =>
  `due-${dueJobId}-${attempts}`;
