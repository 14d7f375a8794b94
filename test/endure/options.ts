import { parseArgs } from 'node:util';
import type { DeploysOptions, RedisDeadOptions } from './wishes.js';

export type Command =
  { run: 'redis-dead'; options: RedisDeadOptions } | { run: 'deploys'; options: DeploysOptions };

export interface Wanted {
  command: Command;
  jsonOnly: boolean;
  /** A page whose section of this run is written anew. */
  figures: string | undefined;
}

/** @throws for what is no option, and for what is no number. */
export function wantedFrom(argv: string[]): Wanted {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      minutes: text,
      times: text,
      pause: text,
      rate: text,
      'write-every': text,
      ladders: text,
      workers: text,
      how: text,
      figures: text,
      json: { type: 'boolean', default: false },
    },
  });
  const number = (
    name: 'minutes' | 'times' | 'pause' | 'rate' | 'write-every' | 'ladders' | 'workers',
    usual: number,
  ): number => {
    const value = Number(values[name] ?? usual);
    if (!(value > 0)) throw new Error(`--${name} must be a number above 0`);
    return value;
  };
  return { command: commandOf(), jsonOnly: values.json, figures: values.figures };

  function commandOf(): Command {
    const how = values.how ?? 'kill';
    if (how !== 'kill' && how !== 'stop') throw new Error('--how is kill or stop');
    switch (positionals[0]) {
      case 'redis-dead':
        return {
          run: 'redis-dead',
          options: {
            ...{ deadMs: number('minutes', 10) * 60_000, beforeMs: 30_000, afterMs: 75_000 },
            ...{
              rate: number('rate', 20),
              writeEvery: number('write-every', 2),
              ladderRate: number('ladders', 1),
              how,
            },
          },
        };
      case 'deploys':
        return {
          run: 'deploys',
          options: {
            ...{
              times: number('times', 20),
              pauseMs: number('pause', 30) * 1_000,
              rate: number('rate', 100),
              writeEvery: number('write-every', 10),
            },
            warmUpMs: 40_000,
            ...{ workers: number('workers', 6), ladderRate: number('ladders', 2.5), messageTakesMs: 5_000 },
          },
        };
      default:
        throw new Error('npm run endure -- redis-dead | deploys');
    }
  }
}
