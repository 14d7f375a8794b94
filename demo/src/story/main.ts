import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { removeCluster } from '../embedded-postgres/index.js';
import type { Ready } from '../start-product.js';
import { findingEachOther } from './finding-each-other.js';
import { sayingYes } from './saying-yes.js';
import { Stage } from './stage.js';
import { working } from './working.js';

interface Told {
  step: string;
  ok: boolean;
  ms: number;
  text: string;
}

const asJson = process.argv.includes('--json');
const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

/** Plays the life of one small job against a fresh instance, through HTTP, SMTP and the SMS gateway only. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fodfaeste-story-'));
  const product = fork(join(import.meta.dirname, '../main.js'), [], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, QUIET_HOURS: 'off' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const begun = Date.now();
  try {
    const ready = await readyLine(product);
    if (!asJson)
      process.stdout.write(`\n${paint(1, 'Et småjobs liv')}  (${ready.url}, alle personer er opdigtede)\n\n`);
    const stage = new Stage(ready);
    const told = await tell(stage);
    const messages = await stage.post.all();
    const summary = {
      ok: told.every(({ ok }) => ok),
      steps: told,
      messages: {
        sms: messages.filter(({ channel }) => channel === 'sms').length,
        email: messages.filter(({ channel }) => channel === 'email').length,
      },
      seconds: Math.round((Date.now() - begun) / 100) / 10,
    };
    process.stdout.write(asJson ? `${JSON.stringify(summary)}\n` : ending(summary));
    process.exitCode = summary.ok ? 0 : 1;
  } finally {
    await stop(product);
    // What went wrong can be read in the logs; what went well leaves nothing behind.
    if (process.exitCode === 0) {
      removeCluster(join(dataDir, 'postgres'));
      rmSync(dataDir, { recursive: true, force: true });
    } else process.stderr.write(`The logs are in ${join(dataDir, 'logs')}\n`);
  }
}

async function tell(stage: Stage): Promise<Told[]> {
  const told: Told[] = [];
  for (const chapter of [...findingEachOther, ...sayingYes, ...working]) {
    const { name } = chapter;
    const begun = Date.now();
    const line: Told = await chapter.play(stage).then(
      (text) => ({ step: name, ok: true, ms: Date.now() - begun, text }),
      (error: Error) => ({ step: name, ok: false, ms: Date.now() - begun, text: error.message }),
    );
    told.push(line);
    if (!asJson)
      process.stdout.write(
        `${line.ok ? paint(32, '✓') : paint(31, '✗')} ${paint(2, name.padEnd(30))} ${line.text}\n`,
      );
    // What comes after needs what came before.
    if (!line.ok) break;
  }
  return told;
}

const ending = ({
  ok,
  messages,
  seconds,
}: {
  ok: boolean;
  messages: { sms: number; email: number };
  seconds: number;
}): string =>
  `\n${ok ? paint(32, 'Hele vejen igennem') : paint(31, 'Historien gik i stå')}: ${messages.sms} SMS og ${messages.email} e-mails på ${seconds} sekunder.\n`;

async function readyLine(product: ChildProcess): Promise<Ready> {
  const lines = createInterface({ input: product.stdout! });
  for await (const line of lines) {
    if (line.startsWith('{')) return JSON.parse(line) as Ready;
  }
  throw new Error('the product ended before it was ready');
}

async function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return;
  const ended = once(product, 'exit');
  product.kill('SIGTERM');
  await ended;
}

await main();
