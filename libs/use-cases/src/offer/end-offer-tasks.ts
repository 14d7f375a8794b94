import type { AnswerWay, OfferAnswer } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { finishTasks } from '../task/open-task.js';

const outcomes: Readonly<Record<OfferAnswer, string>> = {
  yes: 'Sagde ja',
  no: 'Sagde nej tak',
  visit: 'Vil se stedet først',
  call: 'Vil ringes op',
};

/** Of an offer that was answered: what stood on somebody's list about it is done. */
export async function endOfferTasks(
  unit: UnitOfWork,
  offerId: string,
  { answer, how }: { answer: OfferAnswer; how: AnswerWay },
  staffId: string | null,
): Promise<void> {
  const done = ['give-offer', 'remind-offer'] as const;
  for (const kind of done) await finishTasks(unit, { offerId, kind }, outcomes[answer], staffId);
  // Whoever has talked with the citizen has made the call that was asked for.
  const hasTalked = staffId !== null && (how === 'phone' || how === 'in-person');
  if (hasTalked) await finishTasks(unit, { offerId, kind: 'call-citizen' }, outcomes[answer], staffId);
}
