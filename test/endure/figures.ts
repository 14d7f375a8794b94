import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import type { DeploysReport } from './deploys-report.js';
import type { RedisDeadReport } from './redis-dead-report.js';
import type { Times } from './summary.js';

/** Writes the section of this run into the page, between its marks: no number by hand. @throws when it has none */
export function keepFigures(
  page: string,
  argv: readonly string[],
  report: RedisDeadReport | DeploysReport,
): void {
  const [begin, end] = [`<!-- figures of ${report.run} -->`, `<!-- end of ${report.run} -->`];
  const text = readFileSync(page, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no ${begin} … ${end}`);
  const rows = report.run === 'redis-dead' ? redisRows(report) : deployRows(report);
  writeFileSync(page, `${before}${begin}\n\n${heading(argv, report)}\n\n${rows}\n\n${end}${after}`);
}

function heading(
  argv: readonly string[],
  { slowness, findings, tooSlow }: RedisDeadReport | DeploysReport,
): string {
  const date = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' });
  const machine = `${cpus()[0]?.model ?? 'an unnamed processor'}, ${cpus().length} shared cores, Node ${process.version}`;
  const load = loadavg().map((one) => one.toFixed(1));
  return (
    `Written by \`npm run endure -- ${argv.join(' ')}\` on ${date}: ${machine}, load ${load.join(', ')} ` +
    `at the end, slowness ${slowness}. Did not hold: ${[...findings, ...tooSlow].join('; ') || 'nothing'}.`
  );
}

const cells = ({ p50, p95, p99, max }: Times): string => `${p50} | ${p95} | ${p99} | ${max}`;

function redisRows(report: RedisDeadReport): string {
  const { writes, reads, lateMs, ladders, effects, signIns, ready, limit, failed } = report;
  const phases = ['before', 'during', 'after'] as const;
  const line = (what: string, of: Record<(typeof phases)[number], Times>): string =>
    phases.map((phase) => `| ${what}, ${phase} | ${of[phase].count} | ${cells(of[phase])} |`).join('\n');
  const tried = signIns.during;
  return `Redis was away for ${report.deadSeconds} s (\`${report.how}\`) under ${report.requestsPerSecond} requests a second, one of ${report.writeEvery} a write, and came back empty.

| milliseconds | count | p50 | p95 | p99 | max |
| --- | ---: | ---: | ---: | ---: | ---: |
${line('writes', writes)}
${line('reads', reads)}
${line('lateness of steps at the provider', lateMs)}

| | |
| --- | --- |
| requests that failed before, during, after | ${failed.before}, ${failed.during}, ${failed.after} |
| acknowledged writes without exactly one effect | ${effects.wrong} of ${effects.acknowledged} |
| messages to people; lost, doubled, uncertain, unfinished | ${ladders.messages}; ${ladders.lost}, ${ladders.doubled}, ${ladders.uncertain}, ${ladders.unfinished} |
| caught up after the return | ${report.catchUpMs} ms |
| signed in by code meanwhile | ${tried.in} of ${tried.tried}, the slowest in ${tried.slowestMs} ms |
| \`/ready\` said \`degraded\` after; \`ready\` again after | ${ready.degradedAfterMs} ms; ${ready.readyAgainAfterMs} ms |
| refused above ${limit.perSecond} requests a second of one key, before and during | ${limit.refusedBefore}, ${limit.refusedDuring} |
| done by the sweeper | ${report.repaired} |`;
}

function deployRows(report: DeploysReport): string {
  const { writes, reads, exits, ladders, effects, streams, active } = report;
  return `API and worker were replaced ${report.times} times under ${report.requestsPerSecond} requests a second, one of ${report.writeEvery} a write, with ${active.p50} (at most ${active.max}) jobs in
progress when a worker was asked to end.

| milliseconds | count | p50 | p95 | p99 | max |
| --- | ---: | ---: | ---: | ---: | ---: |
| writes | ${writes.count} | ${cells(writes)} |
| reads | ${reads.count} | ${cells(reads)} |

| | |
| --- | --- |
| requests that broke | ${report.broken} of ${report.requests} |
| wake-ups that stalled; jobs that were begun again | ${report.stalled}; ${report.begunAgain} |
| messages to people; lost, doubled, uncertain, unfinished | ${ladders.messages}; ${ladders.lost}, ${ladders.doubled}, ${ladders.uncertain}, ${ladders.unfinished} |
| acknowledged writes without exactly one effect | ${effects.wrong} of ${effects.acknowledged} |
| the slowest end of an API; of a worker | ${exits.api.slowestMs} ms; ${exits.worker.slowestMs} ms |
| ends with another code than 0 | ${exits.api.not0 + exits.worker.not0} |
| streams of open desks; refused | ${streams.opened}; ${streams.refused} |
| done by the sweeper | ${report.repaired} |`;
}
