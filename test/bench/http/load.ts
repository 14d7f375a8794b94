import autocannon from 'autocannon';

export interface Asked {
  /** For the figures of each kind. */
  kind: string;
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** The request of a turn, counted from 0 over all connections. */
export type Traffic = (turn: number) => Asked;

export interface Measured {
  requests: number;
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Answers from 500 on, and connections that broke. */
  failed: number;
  /** 409 and 422: somebody was quicker, which is an answer too. */
  refused: number;
  kinds: Record<string, { requests: number; p50Ms: number; p99Ms: number }>;
}

interface OnItsWay {
  kind?: string;
  startedAt?: number;
}

/** Keeps so many connections busy for so long; each asks again as soon as it has its answer. */
export async function load(
  url: string,
  traffic: Traffic,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Measured> {
  const times = new Map<string, number[]>();
  let turn = 0;
  let refused = 0;
  let failed = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (request, context: OnItsWay) => {
          const { kind, method, path, headers = {}, body } = traffic(turn++);
          context.kind = kind;
          context.startedAt = performance.now();
          return { ...request, method, path, headers, ...(body !== undefined && { body }) };
        },
        onResponse: (status, _body, { kind = '', startedAt = 0 }: OnItsWay) => {
          if (status >= 500) failed += 1;
          else if (status === 409 || status === 422) refused += 1;
          else if (status >= 400) throw new Error(`${kind} was answered with ${status}`);
          const known = times.get(kind) ?? [];
          known.push(performance.now() - startedAt);
          times.set(kind, known);
        },
      },
    ],
  });
  const all = [...times.values()].flat();
  return {
    requests: all.length,
    requestsPerSecond: rounded(all.length / result.duration),
    ...percentiles(all),
    failed: failed + result.errors + result.timeouts,
    refused,
    kinds: Object.fromEntries(
      [...times].map(([kind, own]) => [kind, { requests: own.length, ...percentiles(own) }]),
    ),
  };
}

export function percentiles(times: readonly number[]): { p50Ms: number; p99Ms: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;
