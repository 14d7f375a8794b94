import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { CrashOptions } from './options.js';
import type { CrashReport } from './report.js';

const BEGIN = '<!-- figures -->';
const END = '<!-- end of figures -->';
const HEAD = `| run | on | kills | steps | messages | lost | doubled | uncertain, shown within | on a list instead | steps late p50, p99, max | recovered in | slowness | bounds broken |
| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | ---: | --- | ---: | ---: | --- |`;

/** Writes the line of this run into the page, in place of an earlier one of the same run: no number by hand. @throws when the page has no place for it */
export function keepFigures(page: string, options: CrashOptions, report: CrashReport): void {
  const [before, rest] = readFileSync(page, 'utf8').split(BEGIN);
  const [table, after] = rest?.split(END) ?? [];
  if (before === undefined || table === undefined || after === undefined)
    throw new Error(`${page} has no ${BEGIN} … ${END}`);
  const name = nameOf(options);
  const kept = table.split('\n').filter((line) => line.startsWith('| `') && !line.startsWith(`| ${name} |`));
  const rows = [...kept, lineOf(name, report)].sort();
  writeFileSync(page, `${before}${BEGIN}\n\n${HEAD}\n${rows.join('\n')}\n\n${END}${after}`);
}

const nameOf = ({ seed, kills, windows, providerKnowsRepeats }: CrashOptions): string => {
  const drawn = windows > 0 ? `--windows ${windows}` : `--seed ${seed} --kills ${kills}`;
  return `\`${drawn}${providerKnowsRepeats ? ' --provider-key' : ''}\``;
};

function lineOf(name: string, report: CrashReport): string {
  const { lateMs, uncertain, uncertainShownMs, brokenBounds } = report;
  const day = new Date().toISOString().slice(0, 10);
  const cells = [
    name,
    `${day}, ${cpus().length} shared cores`,
    report.kills,
    report.steps,
    report.messages,
    report.lost,
    report.doubled,
    `${uncertain}, ${seconds(uncertainShownMs.max)}`,
    report.handedOver,
    `${seconds(lateMs.p50)}, ${seconds(lateMs.p99)}, ${seconds(lateMs.max)}`,
    seconds(report.recoveryMs),
    report.slowness,
    brokenBounds.join('; ') || 'none',
  ];
  return `| ${cells.join(' | ')} |`;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
