import { setTimeout as sleep } from 'node:timers/promises';
import type { Alarm } from '#use-cases';

/** What an alarm says to the outside: what is silent, since when, and where. */
export interface AlarmPosted {
  event: 'silent' | 'recovered';
  what: Alarm['kind'];
  /** Times in UTC. */
  since: string;
  until: string | null;
  installation: string;
}

const PATIENCE_MS = 5_000;
const PAUSES_MS = [500, 2_000];
/** All tries together take less. */
export const POSTED_WITHIN_SECONDS = 30;

/** @returns whether somebody has taken it. */
export async function postAlarm(url: string, installation: string, alarm: Alarm): Promise<boolean> {
  const posted: AlarmPosted = {
    event: alarm.endedAt ? 'recovered' : 'silent',
    what: alarm.kind,
    since: alarm.silentSince.toString(),
    until: alarm.endedAt?.toString() ?? null,
    installation,
  };
  for (const pause of [...PAUSES_MS, null]) {
    if (await isTaken(url, posted)) return true;
    if (pause !== null) await sleep(pause);
  }
  return false;
}

async function isTaken(url: string, posted: AlarmPosted): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(posted),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
