import { roleExists, withClient } from './with-client.js';

const OWNER = 'fodfaeste_owner';

/**
 * Makes the database and the role that owns and migrates it, unless they are there. The owner is no
 * superuser, as in production: row level security binds it too. It may make roles, because the
 * migrations make the group roles of the applications. Answers the owner's address.
 */
export async function createOwnedDatabase(
  adminUrl: string,
  name: string,
  ownerPassword: string,
): Promise<string> {
  await withClient(adminUrl, async (client) => {
    const verb = (await roleExists(client, OWNER)) ? 'ALTER' : 'CREATE';
    const password = client.escapeLiteral(ownerPassword);
    await client.query(`${verb} ROLE ${OWNER} LOGIN CREATEROLE PASSWORD ${password}`);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${OWNER}`);
  });
  return addressFor(adminUrl, name, OWNER, ownerPassword);
}

/** The same server, another database and user. */
export function addressFor(url: string, database: string, user: string, password: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  address.username = user;
  address.password = password;
  return address.href;
}
