import { loadConfigOrExit } from '#configuration';
import { migrate } from '#persistence';
import { migrateQueues } from '#queues';
import { MigrateConfig } from './migrate-config.js';

/** `npm run migrate`: tables, then queues. Safe to run again, and twice at once. */
async function main(): Promise<void> {
  const { DATABASE_OWNER_URL: url } = loadConfigOrExit(MigrateConfig);
  const run = await migrate(url);
  await migrateQueues(url);
  process.stdout.write(run.length > 0 ? `Migrated: ${run.join(', ')}\n` : 'The database is up to date.\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`The migration failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
