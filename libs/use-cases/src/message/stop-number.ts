import type { Ids, SmsStop, UnitOfWork } from '../ports/index.js';

/** From now on a company's number gets no SMS. Said twice is said once. */
export async function stopNumber(
  unit: UnitOfWork,
  ids: Ids,
  phone: string,
  companyId: string,
  reason: SmsStop['reason'],
): Promise<void> {
  if (await isStopped(unit, phone)) return;
  const { municipalityId } = unit;
  const at = await unit.now();
  await unit.smsStops.insert({ id: ids.next(), municipalityId, phone, companyId, reason, at, endedAt: null });
}

export const isStopped = async (unit: UnitOfWork, phone: string): Promise<boolean> =>
  (await unit.smsStops.first({ phone, endedAt: { isNull: true } })) !== undefined;
