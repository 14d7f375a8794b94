import { linkEndsAt, type Message, type MessageLink, type Temporal } from '#domain';
import type { Ids, Secrets, UnitOfWork } from '../ports/index.js';

interface LinkMakers {
  ids: Ids;
  secrets: Secrets;
}

interface LinkFor {
  purpose: MessageLink['purpose'];
  receiverId: string;
  channel: Message['channel'];
}

/** A link of its own per receiver and channel; only the hash of its token is stored. */
export async function makeLink(
  unit: UnitOfWork,
  { ids, secrets }: LinkMakers,
  details: LinkFor,
  leadsTo: { subjectId: string; expiresAt?: Temporal.Instant },
): Promise<MessageLink> {
  const id = ids.next();
  const key = secrets.tokenHash(secrets.linkToken(id));
  await unit.enlist({ kind: 'answer-link', key, ...leadsTo, details: { ...details } });
  return { id, purpose: details.purpose };
}

/**
 * For the same message by another channel or to another address: what ends the link of the one leaves the other's. None
 * when what it would open is not to be found any more.
 */
export async function linkAnew(
  unit: UnitOfWork,
  makers: LinkMakers,
  { link, subjectId, citizenId, companyId }: Message,
  channel: Message['channel'],
): Promise<MessageLink | null> {
  const receiverId = citizenId ?? companyId;
  if (!link || !subjectId || !receiverId) return null;
  const details = { purpose: link.purpose, receiverId, channel };
  if (link.purpose !== 'shift') return makeLink(unit, makers, details, { subjectId });
  // What tells of an agreement opens its first shift.
  const shift =
    (await unit.shifts.find(subjectId)) ??
    (await unit.shifts.first({ agreementId: subjectId }, { order: [{ by: 'startsAt' }] }));
  if (!shift) return null;
  return makeLink(unit, makers, details, {
    subjectId: shift.id,
    expiresAt: linkEndsAt(shift),
  });
}

/**
 * Whoever has the old number or address opens nothing with what was sent there, not even to look. A line of its own
 * under the same key where the message is about something else than its link opens: one that says so ends them all.
 */
export async function endLinks(
  unit: UnitOfWork,
  secrets: Secrets,
  sent: readonly Pick<Message, 'link' | 'subjectId'>[],
): Promise<void> {
  const expiresAt = await unit.now();
  for (const { link, subjectId } of sent) {
    if (!link || !subjectId) continue;
    const key = secrets.tokenHash(secrets.linkToken(link.id));
    const details = { purpose: link.purpose, ended: 'address-given-up' };
    await unit.enlist({ kind: 'answer-link', key, subjectId, details, expiresAt });
  }
}
