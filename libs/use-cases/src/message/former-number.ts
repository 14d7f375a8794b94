import { Ids, type UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';
import { isKnown, keepSms } from './keep-sms.js';
import type { IncomingSms } from './incoming-sms.js';
import { contactOfSender, type Sender } from './sender.js';

const ANSWERS_WITHIN_HOURS = 24 * 30;

/**
 * An SMS from a number that a citizen gave up. Whoever has it now may be anybody: the words are not kept and nothing
 * goes back. If we wrote there lately, the contact hears that the new number may be the wrong one.
 */
export async function heardFromFormerNumber(
  unit: UnitOfWork,
  ids: Ids,
  former: Sender,
  sms: IncomingSms,
): Promise<'a-person-calls' | 'repeated' | 'unknown-number'> {
  if (await isKnown(unit, sms)) return 'repeated';
  const since = (await unit.now()).subtract({ hours: ANSWERS_WITHIN_HOURS });
  const wrote = await unit.messages.first({ citizenId: former.id, to: sms.from, createdAt: { from: since } });
  if (former.who !== 'citizen' || !wrote) return 'unknown-number';
  await keepSms(unit, ids, sms, { text: null });
  const waiting = { kind: 'correct-number', citizenId: former.id, doneAt: { isNull: true } } as const;
  if ((await unit.tasks.count(waiting)) > 0) return 'a-person-calls';
  const contact = await contactOfSender(unit, former);
  await openTask(unit, ids, {
    kind: 'correct-number',
    staffId: contact?.id ?? null,
    citizenId: former.id,
    note: 'Der kom et svar fra det gamle nummer. Er det nye rigtigt?',
    dueAt: await unit.now(),
  });
  return 'a-person-calls';
}
