import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { RULE_VERSION } from '#matching';
import { figuresPage, type Run } from './figures.js';
import { goalsOf } from './goals.js';
import { measureSize, type SizeResult } from './measure/size.js';
import { optionsOf } from './options.js';
import { distributions } from './population/distributions.js';
import { inWords } from './report.js';

const options = optionsOf(process.argv.slice(2));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function measured() {
  const results: SizeResult[] = [];
  for (const { name, plan } of options.sizes) results.push(await measureSize(name, plan, options, say));
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const run = { at: new Date().toISOString(), ...machine, short: options.short, effort: options.effort };
  return { ...run, ruleVersion: RULE_VERSION, goals: goalsOf(results), sizes: results, distributions };
}

const result = options.from ? (JSON.parse(readFileSync(options.from, 'utf8')) as Run) : await measured();
if (options.figures) writeFileSync(options.figures, figuresPage(result));
if (options.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
else process.stdout.write(`${inWords(result.sizes, result.goals)}\n`);

// Never on time: a slow machine is not a fault.
process.exitCode = result.sizes.some(({ differences }) => differences.count > 0) ? 1 : 0;
