import type { Secrets, Transactor } from '../ports/index.js';
import type { Sender } from './sender.js';

export interface WhoWrites {
  /** By municipality: whose number it is. */
  places: Map<string, Sender[]>;
  /** Citizens who had this number before, where it is nobody's now. */
  former: { municipalityId: string; sender: Sender }[];
}

/** Whose number it is, by a keyed hash and before any text is read. */
export async function whoWrites(transactor: Transactor, secrets: Secrets, phone: string): Promise<WhoWrites> {
  const hits = await transactor.lookUp('phone', secrets.phoneHash(phone));
  const places: WhoWrites['places'] = new Map();
  const former: WhoWrites['former'] = [];
  for (const { municipalityId, subjectId, details, expired } of hits) {
    const who = details?.['who'];
    if (who !== 'citizen' && who !== 'company' && who !== 'staff') continue;
    const sender = { who, id: subjectId } as const;
    if (!expired) places.set(municipalityId, [...(places.get(municipalityId) ?? []), sender]);
    else if (who === 'citizen') former.push({ municipalityId, sender });
  }
  return { places, former };
}
