import { loadConfigOrExit } from '#configuration';
import { createDataSource, StoredProviderPauses } from '#persistence';
import { PauseProvider, ResumeProvider } from '#use-cases';
import { BeginConfig } from './config.js';
import { providersCommand } from './providers-command.js';

/** `npm run providers`: which SMS and mail providers are paused, and pauses them. For whoever runs the installation. */
async function main(): Promise<void> {
  const config = loadConfigOrExit(BeginConfig);
  const dataSource = await createDataSource({ url: config.DATABASE_URL, poolSize: 1 }, 'app').initialize();
  try {
    const pauses = new StoredProviderPauses(dataSource);
    const { lines, exitCode } = await providersCommand(process.argv.slice(2), {
      pauses,
      pauseProvider: new PauseProvider(pauses),
      resumeProvider: new ResumeProvider(pauses),
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
