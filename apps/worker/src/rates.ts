import { readFile } from 'node:fs/promises';
import { loadConfigOrExit } from '#configuration';
import { createDataSource, RateRegister } from '#persistence';
import { MigrateConfig } from './migrate-config.js';
import { ratesCommand } from './rates-command.js';

/** `npm run rates`: shows and loads the rates of law, municipality and agreement. The application only reads them. */
async function main(): Promise<void> {
  const config = loadConfigOrExit(MigrateConfig);
  const dataSource = await createDataSource({ url: config.DATABASE_OWNER_URL }, 'owner').initialize();
  try {
    const { lines, exitCode } = await ratesCommand(process.argv.slice(2), {
      register: new RateRegister(dataSource),
      read: (path) => readFile(path, 'utf8'),
    });
    const stream = exitCode === 0 ? process.stdout : process.stderr;
    stream.write(`${lines.join('\n')}\n`);
    process.exitCode = exitCode;
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
