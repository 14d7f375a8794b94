import { join } from 'node:path';
import { startCatcher } from './catcher/index.js';
import { choosePort } from './choose-port.js';
import { openDataFolder } from './data-folder.js';
import { environmentFor } from './environment.js';
import { prepareDatabase, startOwnDatabase, useOutsideDatabase } from './open-database.js';
import type { Options } from './options.js';
import { SupervisedProcess } from './processes.js';
import { RunningNote } from './running-note.js';
import { loadSecrets } from './secrets.js';
import type { Teardown } from './teardown.js';
import { untilReady } from './until-ready.js';

/** What somebody needs to use the demo; the first line of JSON on standard output. */
export interface Ready {
  ready: true;
  url: string;
  outbox: string;
  keys: Record<string, string>;
  people: { role: string; name: string; signIn: string }[];
}

/** The number that people answer to. */
const SMS_SENDER = '4560575797';

/**
 * Puts the whole product together on this machine. What is started is added to `teardown` at once,
 * so that a failure or a signal half-way leaves nothing behind.
 */
export async function startProduct(
  options: Options,
  dist: string,
  say: (text: string) => void,
  teardown: Teardown,
  signal: AbortSignal,
): Promise<Ready> {
  const folder = await openDataFolder(options.dataDir, options.fresh);
  teardown.add(() => folder.unlock());
  const note = new RunningNote(folder.path);
  teardown.add(() => note.remove());
  const secrets = loadSecrets(folder.path);

  const { port, instead } = await choosePort(options.port);
  const url = `http://127.0.0.1:${port}`;
  if (instead) say(`Port 3000 is taken; using ${port}.`);

  say(options.databaseUrl ? 'Using the database of DATABASE_URL …' : 'Starting PostgreSQL …');
  const database = options.databaseUrl
    ? useOutsideDatabase(options.databaseUrl, secrets)
    : await startOwnDatabase(folder.postgres, secrets);
  teardown.add(() => database.stop());
  if (database.pid !== undefined) note.set('postgres', database.pid);
  signal.throwIfAborted();
  await prepareDatabase(database, secrets, dist, signal);

  const catcher = await startCatcher({
    webhookBaseUrl: `${url}/api/v1`,
    smsToken: secrets.smsToken,
    webhookSecret: secrets.webhookSecret,
    sender: SMS_SENDER,
  });
  teardown.add(() => catcher.close());
  signal.throwIfAborted();

  say('Putting people in …');
  const { seedDemoPeople } = await import('./people/seed.js');
  const { keys, people } = await seedDemoPeople({
    databaseUrl: database.apiUrl,
    ownerUrl: database.ownerUrl,
    secretKey: secrets.secretKey,
  });
  signal.throwIfAborted();

  say('Starting the applications …');
  const env = environmentFor({ port, url, database, catcher, secrets, smsSender: SMS_SENDER });
  const processes = (['api', 'worker'] as const).map((name) => {
    const script = join(dist, 'apps', name, 'src/main.js');
    const onStart = (pid: number): void => note.set(name, pid);
    return new SupervisedProcess({ name, script, env: env[name], logs: folder.logs, onStart });
  });
  teardown.add(() => Promise.all(processes.map((one) => one.stop())));
  await Promise.race([untilReady(`${url}/ready`, signal), ...processes.map(({ failure }) => failure)]);
  for (const one of processes) one.settle();

  return {
    ready: true,
    url,
    outbox: catcher.outboxUrl,
    keys,
    people: people.map((one) => absolute(one, url)),
  };
}

/** A sign-in link that can be clicked as it stands. */
function absolute<T extends { signIn: string }>(person: T, url: string): T {
  return { ...person, signIn: new URL(person.signIn, url).href };
}
