const AT_MOST_EVERY_MS = 55_000;
const PATIENCE_MS = 10_000;

/** Calls somebody outside about each minute: when the calls stop, they know, whatever has stopped here. */
export function outsidePing(
  url: string | undefined,
  now: () => number = () => performance.now(),
): () => void {
  let last = -Infinity;
  return () => {
    if (url === undefined || now() - last < AT_MOST_EVERY_MS) return;
    last = now();
    // Whoever does not answer is missed out there; nothing here depends on it.
    fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
      (answer) => answer.body?.cancel(),
      () => undefined,
    );
  };
}
