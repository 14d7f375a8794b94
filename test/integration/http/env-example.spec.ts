import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';

const root = new URL('../../../', import.meta.url);
const example = readFileSync(new URL('.env.example', root), 'utf8').split('\n');
const VARIABLE = /^(?:# )?([A-Z][A-Z_]*)=/;

/** Each process has one class that names its variables; the file marks whose each one is. */
const configurations = [
  { process: 'api', mark: 'a', file: 'apps/api/src/config.ts' },
  { process: 'worker', mark: 'w', file: 'apps/worker/src/config.ts' },
  { process: 'migration', mark: 'm', file: 'apps/worker/src/migrate-config.ts' },
].filter(({ file }) => existsSync(new URL(file, root)));

describe('.env.example', () => {
  it.each(configurations)('names exactly what the $process reads', async ({ mark, file }) => {
    const exported = Object.values((await import(new URL(file, root).pathname)) as object) as unknown[];
    const named = exported.filter((one) => typeof one === 'function').flatMap(validatedProperties);
    expect(markedWith(mark).sort()).toEqual([...new Set(named)].sort());
  });

  it('names each once, and says whose it is and what it means', () => {
    const all = example.map((line) => VARIABLE.exec(line)?.[1]).filter((name) => name !== undefined);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(['a', 'w', 'm'].flatMap(markedWith))).toEqual(new Set(all));
    expect(markedWith('m')).toEqual(['DATABASE_OWNER_URL']);
  });
});

const validatedProperties = (type: unknown): string[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(type as never, '', false, false)
    .map(({ propertyName }) => propertyName);

/** A mark holds for the variables below it, until the next one. */
function markedWith(mark: string): string[] {
  let holds = false;
  return example.flatMap((line) => {
    const marks = /^# \[([awm ]+)\] /.exec(line)?.[1];
    if (marks !== undefined) holds = marks.split(' ').includes(mark);
    const name = VARIABLE.exec(line)?.[1];
    return name !== undefined && holds ? [name] : [];
  });
}
