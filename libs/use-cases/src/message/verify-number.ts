import type { UnitOfWork } from '../ports/index.js';
import type { IncomingSms } from './incoming-sms.js';
import type { Sender } from './sender.js';

/** The first answer from a number says whose it is (practice). Its time is also when the yes to SMS was said. */
export async function verifyNumber(unit: UnitOfWork, sender: Sender, { from }: IncomingSms): Promise<void> {
  if (sender.who !== 'citizen') return;
  const citizen = await unit.citizens.find(sender.id);
  if (citizen?.phone !== from || citizen.phoneVerifiedAt !== null) return;
  const locked = await unit.citizens.lock(sender.id);
  if (locked?.phoneVerifiedAt === null)
    await unit.citizens.update({ ...locked, phoneVerifiedAt: await unit.now() });
}
