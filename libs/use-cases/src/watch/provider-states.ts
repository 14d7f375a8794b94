import { messageProviders } from '../message/pause-provider.js';
import type { Heartbeat, ProviderPause } from '../ports/index.js';

/** A worker says so every five seconds. */
const HEARD_SECONDS = 60;
const CIRCUIT = 'circuit-';

/** `spared`: it did not answer, and is left alone for a moment; `tried`: it is being asked again, carefully. */
export type ProviderCondition = 'well' | 'tried' | 'spared' | 'paused' | 'unheard';
const levels = ['well', 'tried', 'spared'] as const;

export interface ProviderState {
  provider: string;
  condition: ProviderCondition;
  /** While it is paused. */
  pause: ProviderPause | null;
}

/** The worst that a worker says of each provider: 0 well, 1 tried again, 2 left alone. */
export function worstCircuits(heartbeats: readonly Heartbeat[]): Map<string, number> {
  const worst = new Map<string, number>();
  const workers = heartbeats.filter(
    ({ name, secondsAgo }) => name.startsWith('worker ') && secondsAgo < HEARD_SECONDS,
  );
  for (const { counts } of workers)
    for (const [name, level] of Object.entries(counts)) {
      const provider = name.slice(CIRCUIT.length);
      if (name.startsWith(CIRCUIT)) worst.set(provider, Math.max(level, worst.get(provider) ?? 0));
    }
  return worst;
}

/** Of those that are in use, as workers say, and those that are paused. Without a worker nobody knows how one is. */
export function providerStates(
  heartbeats: readonly Heartbeat[],
  pauses: readonly ProviderPause[],
): ProviderState[] {
  const worst = worstCircuits(heartbeats);
  const names = worst.size > 0 ? [...worst.keys()] : [...messageProviders];
  const paused = new Map(pauses.flatMap((one) => (one.resumedAt === null ? [[one.provider, one]] : [])));
  return [...new Set([...names, ...paused.keys()])].sort().map((provider) => {
    const pause = paused.get(provider) ?? null;
    const level = worst.get(provider);
    const heard = level === undefined ? 'unheard' : (levels[level] ?? 'spared');
    return { provider, condition: pause ? 'paused' : heard, pause };
  });
}
