import type { DataSource } from 'typeorm';

/** Waiting does not help: somebody must change the configuration. */
export class UnsafeDatabaseRole extends Error {
  override readonly name = 'UnsafeDatabaseRole';
}

interface Role {
  name: string;
  superuser: boolean;
  bypass: boolean;
  owned: number;
}

/**
 * Row level security binds neither a superuser nor a role with BYPASSRLS, and an owner can switch it off. An
 * application that signs in as one of them would leak nothing in its tests and everything in its first bug.
 */
export async function refuseUnsafeRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<[Role]>(`
    SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypass,
      (SELECT count(*)::int FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_has_role(r.oid, relowner, 'MEMBER')
      ) AS owned
    FROM pg_roles r WHERE rolname = current_user`);
  const faults = [
    role.superuser && 'is a superuser',
    role.bypass && 'has BYPASSRLS',
    role.owned > 0 && `owns ${role.owned} tables`,
  ].filter(Boolean);
  if (faults.length === 0) return;
  throw new UnsafeDatabaseRole(
    `The database role "${role.name}" ${faults.join(' and ')}, so row level security does not hold for it. ` +
      'DATABASE_URL must name a role that is only a member of fodfaeste_app.',
  );
}
