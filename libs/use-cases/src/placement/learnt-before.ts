import type { UnitOfWork } from '../ports/index.js';

const MOST = 3;

/** What was learnt when other agreements of a small job ended, the newest first: it is read before the next (R51). */
export async function learntBefore(
  unit: UnitOfWork,
  smallJobId: string,
  exceptAgreementId?: string,
): Promise<string[]> {
  const ended = await unit.agreements.list(
    { smallJobId, state: 'ended', learnt: { isNull: false } },
    { order: [{ by: 'endedAt', direction: 'desc' }], limit: MOST },
  );
  return ended.filter(({ id }) => id !== exceptAgreementId).flatMap(({ learnt }) => learnt ?? []);
}
