import { loadConfigOrExit } from '#configuration';
import { checkTemplates } from '#notifications';
import { migrate } from '#persistence';
import { migrateQueues } from '#queues';
import { MigrateConfig } from './migrate-config.js';

/**
 * `npm run migrate`: tables, then queues. Safe to run again, and twice at once. Before that, every message is written once
 * with sample data: one that cannot be written stops a deploy, not somebody's first morning at work. A worker that starts
 * again after a crash has no time for it.
 */
async function main(): Promise<void> {
  const { DATABASE_OWNER_URL: url } = loadConfigOrExit(MigrateConfig);
  checkTemplates();
  const run = await migrate(url);
  await migrateQueues(url);
  process.stdout.write(run.length > 0 ? `Migrated: ${run.join(', ')}\n` : 'The database is up to date.\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`The migration failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
