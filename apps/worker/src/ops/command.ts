import { parseArgs } from 'node:util';
import { failedJobs, replay } from './failed-jobs.js';
import { ladder } from './ladder.js';
import { pause, providers, resume } from './providers.js';
import { status } from './status.js';
import { NotUnderstood, type Outcome, type Surroundings, type Verb, type Wish } from './verb.js';
import { verify } from './verify.js';

const verbs: Readonly<Record<string, Verb>> = {
  status,
  'failed-jobs': failedJobs,
  replay,
  providers,
  pause,
  resume,
  ladder,
  verify,
};

const usage = Object.values(verbs).flatMap((verb) => [`npm run ops -- ${verb.usage}`, `    ${verb.does}`]);

/** What somebody who runs the installation asked for, in lines to print. With `--json` one line for machines. */
export async function opsCommand(args: readonly string[], around: Surroundings): Promise<Outcome> {
  const [name = '', ...rest] = args;
  try {
    const verb = Object.hasOwn(verbs, name) ? verbs[name]! : undefined;
    if (!verb) throw new NotUnderstood(name === '' ? 'Say what to do.' : `There is no ${name}.`);
    const wish = readWish(verb, rest);
    const outcome = await verb.run(wish, around);
    return wish.is('json') && outcome.data !== undefined
      ? { ...outcome, lines: [JSON.stringify(outcome.data)] }
      : outcome;
  } catch (error) {
    if (!(error instanceof NotUnderstood)) throw error;
    return { lines: [error.message, ...usage], exitCode: 2 };
  }
}

function readWish({ options = {} }: Verb, args: readonly string[]): Wish {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const given = new Map<string, unknown>(Object.entries(values));
    return {
      words: positionals,
      text: (option) => {
        const value = given.get(option);
        return typeof value === 'string' ? value : undefined;
      },
      is: (option) => given.get(option) === true,
    };
  } catch (error) {
    throw new NotUnderstood((error as Error).message);
  }
}
