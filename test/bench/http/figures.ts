import type { Size } from './filled-database.js';
import type { Measured } from './load.js';
import type { OneByOne } from './one-by-one.js';

/** What one run prints. */
export interface Run {
  at: string;
  node: string;
  cpu: string;
  cores: number;
  data: Size;
  connections: number;
  seconds: number;
  shares: Record<string, number>;
  limit: Measured;
  ours: Measured;
  /** One request after the other. */
  oursAlone: Measured;
  ratio: { requestsPerSecondOfLimit: number; p50TimesLimit: number; p99TimesLimit: number };
  whatIf: OneByOne;
  /** The longest answer there is: everybody of the largest municipality, with every rule that leaves one out. */
  everybody: OneByOne;
}

/** The page of figures in the documentation: all of it out of one run, no number by hand. */
export function figuresPage({ limit, ours, oursAlone, whatIf, everybody, ...run }: Run): string {
  const date = new Date(run.at).toLocaleDateString('en-GB', { dateStyle: 'long' });
  const kinds = Object.entries(run.shares).map(
    ([kind, share]) =>
      `| ${kind} | ${share} % | ${cells(oursAlone.kinds[kind])} | ${cells(ours.kinds[kind])} |`,
  );
  return `# How fast the interface is

Written by \`npm run bench:http -- --figures docs/http-figures.md\` on ${date}: ${run.cpu}, ${run.cores} shared cores, Node
${run.node}, embedded PostgreSQL with fsync on. ${whole(run.data.citizens)} citizens in ${run.data.municipalities} municipalities, one with
${whole(run.data.large)}; row level security on, every read of a citizen in the access log. Client, API and PostgreSQL share the
cores. The machine is never quiet: compare within a run.

|  | requests/s | p50 | p99 |
| --- | ---: | ---: | ---: |
| the limit: a bare Fastify route, one indexed row, the same pool | ${rates(limit)} |
| mixed reads and writes, ${run.connections} connections | ${rates(ours)} |
| the same, one connection | ${rates(oursAlone)} |

That is ${run.ratio.requestsPerSecondOfLimit} of the limit's requests. Failed: ${limit.failed + ours.failed + oursAlone.failed}; answered with 409 or 422, because somebody was quicker: ${ours.refused + oursAlone.refused}.

| kind of request | share | p50 alone | p99 alone | p50 of ${run.connections} | p99 of ${run.connections} |
| --- | ---: | ---: | ---: | ---: | ---: |
${kinds.join('\n')}

| one at a time, ${whole(whatIf.citizens)} citizens | p50 | p95 | p99 |
| --- | ---: | ---: | ---: |
| what if: the list while somebody drags | ${whatIf.p50Ms} ms | ${whatIf.p95Ms} ms | ${whatIf.p99Ms} ms |
| everybody, with each rule that leaves one out in words | ${everybody.p50Ms} ms | ${everybody.p95Ms} ms | ${everybody.p99Ms} ms |
`;
}

const whole = (count: number): string => count.toLocaleString('en-GB');
const rates = ({ requestsPerSecond, p50Ms, p99Ms }: Measured): string =>
  `${requestsPerSecond} | ${p50Ms} ms | ${p99Ms} ms`;
const cells = (kind: { p50Ms: number; p99Ms: number } | undefined): string =>
  kind ? `${kind.p50Ms} ms | ${kind.p99Ms} ms` : '– | –';
