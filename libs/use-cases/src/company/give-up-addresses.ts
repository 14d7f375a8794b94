import type { CompanyPerson, Message } from '#domain';
import { strikePhone } from '../citizen/register-citizen.js';
import { endLinks } from '../message/answer-links.js';
import type { Secrets, UnitOfWork } from '../ports/index.js';

/**
 * Numbers and addresses speak for a company no more: an SMS from there counts for nothing, a link to a proposal that
 * was sent there leads nowhere, and what still waits to be sent there goes to whom the company has now.
 */
export async function giveUpAddresses(
  unit: UnitOfWork,
  secrets: Secrets,
  company: { id: string; contact: CompanyPerson },
  addresses: readonly string[],
): Promise<void> {
  if (addresses.length === 0) return;
  for (const address of addresses)
    if (!address.includes('@')) await strikePhone(unit, secrets, address, { id: company.id, who: 'company' });
  const sent = await unit.messages.list({ companyId: company.id, to: { in: addresses } }, { lock: true });
  for (const message of sent) {
    if (message.state === 'queued') await unit.messages.update(readdressed(message, company.contact));
    // The new one signs in, or waits for the next message.
    else if (message.link?.purpose === 'match') await endLinks(unit, secrets, [message]);
  }
}

/** Without an e-mail address for it, the SMS has to do. */
function readdressed(message: Message, { phone, email }: CompanyPerson): Message {
  const to = message.channel === 'sms' ? phone : email;
  return to ? { ...message, to } : { ...message, state: 'failed', reason: 'receiver-left' };
}

/** Lets an SMS from this number find the company, by a keyed hash. */
export const enlistCompanyPhone = (
  unit: UnitOfWork,
  secrets: Secrets,
  companyId: string,
  phone: string,
): Promise<void> =>
  unit.enlist({
    kind: 'phone',
    key: secrets.phoneHash(phone),
    subjectId: companyId,
    details: { who: 'company' },
  });

/** Whether the company is reached there: through its own contact, or that of a job that is no draft. */
export async function isReachedAt(
  unit: UnitOfWork,
  { id: companyId, contact }: { id: string; contact: CompanyPerson },
  phone: string,
): Promise<boolean> {
  const jobs = await unit.smallJobs.list({ companyId, status: { notIn: ['draft'] } });
  return contact.phone === phone || jobs.some(({ companyContact }) => companyContact.phone === phone);
}
