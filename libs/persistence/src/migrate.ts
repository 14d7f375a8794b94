import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';
import { withMigrationLock } from './migration-lock.js';
import { writePublicHolidays } from './reference-days.js';
import { writeKnownRates } from './reference/write-known-rates.js';

/**
 * Brings a database to the newest version. Safe to run again, to run twice at once and to be killed: each
 * migration is one transaction, and one process migrates while the others wait for it.
 *
 * @returns the names of the migrations that were run now.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const dataSource = createDataSource({ url: ownerUrl }, 'owner');
  await dataSource.initialize();
  try {
    return await withMigrationLock(dataSource, async () => {
      await createGroupRoles(dataSource);
      await createExtensions(dataSource);
      const run = await dataSource.runMigrations();
      await writePublicHolidays(dataSource);
      await writeKnownRates(dataSource);
      return run.map(({ name }) => name);
    });
  } finally {
    await dataSource.destroy();
  }
}

/**
 * What the applications may do hangs on two roles nobody can sign in with; the logins are members of them.
 * Roles belong to the whole server: a neighbour database may be making them at this moment.
 */
async function createGroupRoles(dataSource: DataSource): Promise<void> {
  for (const role of ['fodfaeste_app', 'fodfaeste_dispatch']) {
    await dataSource.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
          CREATE ROLE ${role} NOLOGIN;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END $$`);
  }
}

/** btree_gist carries the exclusion constraints; the other two make names searchable. All are trusted. */
async function createExtensions(dataSource: DataSource): Promise<void> {
  for (const extension of ['btree_gist', 'pg_trgm', 'unaccent']) {
    await dataSource.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  }
}
