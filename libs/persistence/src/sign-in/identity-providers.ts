import type { IdentityProvider } from '#domain';
import { IdentityProviders } from '#use-cases';
import type { DataSource } from 'typeorm';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const COLUMNS = `id, municipality_id AS "municipalityId", municipality, audience, issuer, client_id AS "clientId",
  client_secret_sealed AS "clientSecretSealed", scopes, claims, call_for_help AS "callForHelp"`;

export class StoredIdentityProviders extends IdentityProviders {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  list(audience: IdentityProvider['audience']): Promise<IdentityProvider[]> {
    return this.dataSource.query<IdentityProvider[]>(
      `SELECT ${COLUMNS} FROM identity_providers WHERE audience = $1 ORDER BY municipality, id`,
      [audience],
    );
  }

  async find(id: string): Promise<IdentityProvider | undefined> {
    // It comes from an address: what is no id is nobody's, and PostgreSQL need not be asked.
    if (!UUID.test(id)) return undefined;
    const [found] = await this.dataSource.query<IdentityProvider[]>(
      `SELECT ${COLUMNS} FROM identity_providers WHERE id = $1`,
      [id],
    );
    return found;
  }

  async save(provider: IdentityProvider): Promise<void> {
    const { id, municipalityId, municipality, audience, issuer, clientId } = provider;
    const { clientSecretSealed, scopes, claims, callForHelp } = provider;
    await this.dataSource.query(
      `INSERT INTO identity_providers (id, municipality_id, municipality, audience, issuer, client_id,
         client_secret_sealed, scopes, claims, call_for_help)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT ON CONSTRAINT identity_providers_one DO UPDATE SET municipality = excluded.municipality,
         issuer = excluded.issuer, client_id = excluded.client_id,
         client_secret_sealed = excluded.client_secret_sealed, scopes = excluded.scopes,
         claims = excluded.claims, call_for_help = excluded.call_for_help`,
      [
        id,
        municipalityId,
        municipality,
        audience,
        issuer,
        clientId,
        clientSecretSealed,
        scopes,
        JSON.stringify(claims),
        callForHelp,
      ],
    );
  }

  async remove(municipalityId: string, audience: IdentityProvider['audience']): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      'DELETE FROM identity_providers WHERE municipality_id = $1 AND audience = $2',
      [municipalityId, audience],
    );
    return count > 0;
  }
}
