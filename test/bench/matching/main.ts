import { cpus } from 'node:os';
import { RULE_VERSION } from '#matching';
import { goalsOf } from './goals.js';
import { measureSize, type SizeResult } from './measure/size.js';
import { optionsOf } from './options.js';
import { distributions } from './population/distributions.js';
import { inWords } from './report.js';

const options = optionsOf(process.argv.slice(2));
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const results: SizeResult[] = [];
for (const { name, plan } of options.sizes) results.push(await measureSize(name, plan, options, say));
const goals = goalsOf(results);

if (options.json) {
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const run = { at: new Date().toISOString(), ...machine, short: options.short, effort: options.effort };
  const result = { ...run, ruleVersion: RULE_VERSION, goals, sizes: results, distributions };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} else process.stdout.write(`${inWords(results, goals)}\n`);

// Never on time: a slow machine is not a fault.
process.exitCode = results.some(({ differences }) => differences.count > 0) ? 1 : 0;
