import { roleExists, withClient } from './with-client.js';

export interface LoginPasswords {
  api: string;
  relay: string;
}

/**
 * The users that the applications sign in as. What they may do hangs on the group roles, which the
 * migrations make; so this runs after the migrations. Running it again sets the passwords anew.
 */
export async function createLogins(ownerUrl: string, passwords: LoginPasswords): Promise<void> {
  const logins = [
    { name: 'fodfaeste_api', group: 'fodfaeste_app', password: passwords.api },
    { name: 'fodfaeste_relay', group: 'fodfaeste_dispatch', password: passwords.relay },
  ];
  await withClient(ownerUrl, async (client) => {
    for (const { name, group, password } of logins) {
      const verb = (await roleExists(client, name)) ? 'ALTER' : 'CREATE';
      await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
      await client.query(`GRANT ${group} TO ${name}`);
    }
  });
}
