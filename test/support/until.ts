import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks until the answer is true, and gives it back. What is thrown counts as not yet. Asks often at first, then four
 * times a second, since some answers are a request to a product that is busy.
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  milliseconds = 40_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + milliseconds;
  let fault: unknown;
  for (let pause = 20; ; pause = Math.min(pause * 1.5, 250)) {
    try {
      const answer = await ask();
      if (answer) return answer as Exclude<T, undefined | null | false>;
    } catch (error) {
      fault = error;
    }
    if (Date.now() > end) throw new Error(`it did not happen: ${what}`, { cause: fault });
    await sleep(pause);
  }
}
