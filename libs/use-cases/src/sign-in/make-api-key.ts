import {
  instantOf,
  isBefore,
  keyHolders,
  refuseUnless,
  type Actor,
  type ApiKey,
  type KeyRole,
  type LocalDate,
} from '#domain';
import { Ids, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

export interface ApiKeyInput {
  name: string;
  role: KeyRole;
  /** Whom a key of the staff acts as. */
  staffId?: string | null;
  /** The company of an employer's key. */
  companyId?: string | null;
  /** The last day it is good; null: until it is revoked. */
  lastDay?: LocalDate | null;
}

export interface MadeKey {
  apiKey: ApiKey;
  /** Shown this once; null when the same wish arrives again. */
  key: string | null;
}

/** A key for a machine. It acts as one member of staff, one company, or the municipality's own system. */
export class MakeApiKey {
  static readonly needs = [Transactor, Ids, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
  ) {}

  /**
   * `id`: that of the wish, so that a form sent twice makes one key.
   *
   * @throws api-key.needs-person for a key, api-key.holder-invalid, api-key.ends-too-soon, staff.not-found,
   * company.not-found
   */
  async execute(input: ApiKeyInput, actor: Actor, id = this.ids.next()): Promise<MadeKey> {
    const { name, role, staffId = null, companyId = null, lastDay = null } = input;
    // Whoever finds a key could otherwise make more, which live on when that one is stopped.
    refuseUnless(actor.apiKey === undefined, 'api-key.needs-person');
    refuseUnless(fits(role, staffId, companyId), 'api-key.holder-invalid');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = await unit.apiKeys.find(id);
      if (before) return { apiKey: before, key: null };
      const madeAt = await unit.now();
      const endsAt = lastDay === null ? null : instantOf(lastDay, '24:00');
      refuseUnless(endsAt === null || isBefore(madeAt, endsAt), 'api-key.ends-too-soon');
      const holder = await this.holderOf(unit, { role, staffId, companyId, name });
      const key = this.secrets.newKey();
      const apiKey: ApiKey = {
        id,
        municipalityId: unit.municipalityId,
        keyHash: this.secrets.tokenHash(key),
        name,
        role,
        staffId,
        companyId,
        madeAt,
        madeByStaffId: actor.staffId ?? null,
        endsAt,
        revokedAt: null,
        lastUsedOn: null,
      };
      await unit.apiKeys.insert(apiKey);
      const actsAs = { ...(staffId && { staffId }), ...(companyId && { companyId }) };
      const details = { role, name: holder, keyName: name, ...actsAs };
      await unit.enlist({ kind: 'api-key', key: apiKey.keyHash, subjectId: id, expiresAt: endsAt, details });
      return { apiKey, key };
    });
  }

  /** How it is called in histories: as the person or the company it acts for. */
  private async holderOf(
    unit: UnitOfWork,
    { role, staffId, companyId, name }: Pick<ApiKey, 'role' | 'staffId' | 'companyId' | 'name'>,
  ): Promise<string> {
    if (companyId) return found(await unit.companies.find(companyId), 'company.not-found').name;
    if (!staffId) return name;
    const staff = found(await unit.staff.find(staffId), 'staff.not-found');
    refuseUnless(staff.active, 'staff.not-found');
    refuseUnless(role !== 'leader' || staff.role === 'leader', 'api-key.holder-invalid');
    return staff.name;
  }
}

const fits = (role: KeyRole, staffId: string | null, companyId: string | null): boolean =>
  (keyHolders[role] === 'staff') === (staffId !== null) &&
  (keyHolders[role] === 'company') === (companyId !== null);
