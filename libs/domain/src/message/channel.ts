import type { Citizen } from '../citizen/index.js';

/**
 * How a citizen is reached. A shared phone only ever hears "Ring til ...". Channels call, letter and in person
 * make a task for a person instead of a message; so does a channel without an address.
 */
export type Reach =
  | { by: 'sms'; to: string; onlyAskToCall: boolean }
  | { by: 'email'; to: string; onlyAskToCall: false }
  | { by: 'person' };

export function reachOf(citizen: Citizen): Reach {
  if (citizen.preferredChannel === 'sms' && citizen.phone) {
    return { by: 'sms', to: citizen.phone, onlyAskToCall: citizen.sharedPhone };
  }
  if (citizen.preferredChannel === 'email' && citizen.email) {
    return { by: 'email', to: citizen.email, onlyAskToCall: false };
  }
  return { by: 'person' };
}

/** An offer goes by every written channel the citizen has, when the citizen reads messages at all. */
export function writtenChannels(citizen: Citizen): Exclude<Reach, { by: 'person' }>[] {
  const preferred = reachOf(citizen);
  if (preferred.by === 'person') return [];
  const others: Exclude<Reach, { by: 'person' }>[] = [];
  if (preferred.by === 'sms' && citizen.email)
    others.push({ by: 'email', to: citizen.email, onlyAskToCall: false });
  if (preferred.by === 'email' && citizen.phone) {
    others.push({ by: 'sms', to: citizen.phone, onlyAskToCall: citizen.sharedPhone });
  }
  return [preferred, ...others];
}
