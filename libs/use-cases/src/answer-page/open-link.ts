import { DomainError } from '#domain';
import type { DirectoryHit, Secrets, Transactor } from '../ports/index.js';

/**
 * Finds where a link leads. The token itself is never stored: its hash is looked up. A link is good for one kind of
 * thing and opens no other page. @throws link.not-found
 */
export async function openLink<Purpose extends string>(
  transactor: Transactor,
  secrets: Secrets,
  token: string,
  purposes: readonly Purpose[],
): Promise<DirectoryHit & { purpose: Purpose }> {
  const hits = await transactor.lookUp('answer-link', secrets.tokenHash(token));
  // Ended, not run out: whoever holds it is somebody else.
  const isEnded = hits.some(({ details }) => details?.['ended'] !== undefined);
  const [hit] = hits;
  const purpose = purposes.find((one) => one === hit?.details?.['purpose']);
  if (!hit || !purpose || isEnded) throw new DomainError('link.not-found');
  return { ...hit, purpose };
}

/** The same for a link that shows nothing any more once it has ended. @throws link.not-found */
export async function openLiveLink<Purpose extends string>(
  ...wanted: [transactor: Transactor, secrets: Secrets, token: string, purposes: readonly Purpose[]]
): Promise<DirectoryHit & { purpose: Purpose }> {
  const hit = await openLink(...wanted);
  if (hit.expired) throw new DomainError('link.not-found');
  return hit;
}
