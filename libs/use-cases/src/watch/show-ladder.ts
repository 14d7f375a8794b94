import type { Escalation, EscalationEntry, EscalationStep, Message, Task } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';

type MessageTold = Pick<
  Message,
  'id' | 'template' | 'channel' | 'receiver' | 'staffId' | 'state' | 'stateAt' | 'reason'
>;
type StepTold = Pick<
  EscalationStep,
  'round' | 'seq' | 'who' | 'channel' | 'message' | 'state' | 'dueAt' | 'takenAt'
>;

/** A ladder as it may be told to whoever runs the machines: ids, roles, states and times; no name, no text. */
export interface LadderTold {
  case: Pick<
    Escalation,
    'id' | 'ladder' | 'state' | 'round' | 'openedAt' | 'nextStepAt' | 'snoozedUntil' | 'outcome' | 'closedAt'
  >;
  acknowledged: {
    byStaffId: string;
    action: string;
    at: string;
    expiresAt: string;
    askedAt: string | null;
  } | null;
  /** Of all rounds, in order, each with what it sent. */
  steps: (StepTold & { messages: MessageTold[] })[];
  /** What was sent beside the steps. */
  otherMessages: MessageTold[];
  history: Pick<EscalationEntry, 'at' | 'what'>[];
  /** What stands on a list because of it. */
  tasks: Pick<Task, 'id' | 'kind' | 'staffId' | 'dueAt'>[];
}

/** One ladder from its first step to what comes next. */
export class ShowLadder {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @returns undefined when this municipality has no such case. */
  async execute(municipalityId: string, escalationId: string): Promise<LadderTold | undefined> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const escalation = await unit.escalations.find(escalationId);
      return escalation && told(unit, escalation);
    });
  }
}

async function told(unit: UnitOfWork, escalation: Escalation): Promise<LadderTold> {
  const { id, ladder, state, round, openedAt, nextStepAt, snoozedUntil, outcome, closedAt } = escalation;
  const escalationId = id;
  const steps = await unit.escalationSteps.list(
    { escalationId },
    { order: [{ by: 'round' }, { by: 'seq' }] },
  );
  const order = [{ by: 'createdAt' as const }, { by: 'id' as const }];
  const ofSteps = await unit.messages.list(
    { escalationStepId: { in: steps.map((step) => step.id) } },
    { order },
  );
  const ofCase = await unit.messages.list({ subjectId: id }, { order });
  const entries = await unit.escalationEntries.list(
    { escalationId },
    { order: [{ by: 'at' }, { by: 'id' }] },
  );
  const tasks = await unit.tasks.list({ escalationId, doneAt: { isNull: true } });
  const known = new Set(ofSteps.map((message) => message.id));
  return {
    case: { id, ladder, state, round, openedAt, nextStepAt, snoozedUntil, outcome, closedAt },
    acknowledged: acknowledgedOf(escalation),
    steps: steps.map((step) => ({
      ...stepTold(step),
      messages: ofSteps.filter(({ escalationStepId }) => escalationStepId === step.id).map(messageTold),
    })),
    otherMessages: ofCase.filter((message) => !known.has(message.id)).map(messageTold),
    history: entries.map(({ at, what }) => ({ at, what })),
    tasks: tasks.map(({ id: taskId, kind, staffId, dueAt }) => ({ id: taskId, kind, staffId, dueAt })),
  };
}

function acknowledgedOf({ acknowledged }: Escalation): LadderTold['acknowledged'] {
  if (!acknowledged) return null;
  const { byStaffId, action, at, expiresAt, askedAt } = acknowledged;
  return { byStaffId, action, at, expiresAt, askedAt };
}

const stepTold = ({
  round,
  seq,
  who,
  channel,
  message,
  state,
  dueAt,
  takenAt,
}: EscalationStep): StepTold => ({
  round,
  seq,
  who,
  channel,
  message,
  state,
  dueAt,
  takenAt,
});

const messageTold = (message: Message): MessageTold => {
  const { id, template, channel, receiver, staffId, state, stateAt, reason } = message;
  return { id, template, channel, receiver, staffId, state, stateAt, reason };
};
