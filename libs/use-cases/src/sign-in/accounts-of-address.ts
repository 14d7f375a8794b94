import { plainEmail, type Account, type Citizen, type CompanyUser } from '#domain';
import { Secrets, Transactor, type CodeAudience, type UnitOfWork } from '../ports/index.js';

/** An account that can be signed in to with an address, and how it is called to choose among several. */
export interface FoundAccount {
  account: Account;
  /** The company's name; a citizen's own. */
  label: string;
  municipality: string;
}

/** Whom an address belongs to now, in every municipality. The directory points; the rows decide. */
export class AccountsOfAddress {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  /** `address` is the keyed hash. */
  async find(address: string, audience: CodeAudience): Promise<FoundAccount[]> {
    const hits = await this.transactor.lookUp('sign-in', address);
    const found: FoundAccount[] = [];
    for (const { municipalityId, subjectId, details } of hits) {
      if (details?.['who'] !== audience) continue;
      const account = await this.transactor.inMunicipality(municipalityId, (unit) =>
        audience === 'citizen'
          ? this.citizen(unit, subjectId, address)
          : this.companyUser(unit, subjectId, address),
      );
      if (account) found.push(account);
    }
    return found;
  }

  private async companyUser(
    unit: UnitOfWork,
    id: string,
    address: string,
  ): Promise<FoundAccount | undefined> {
    const user = await unit.companyUsers.find(id);
    const company =
      user?.active && this.has(user, address) ? await unit.companies.find(user.companyId) : undefined;
    if (!user || !company) return undefined;
    const { municipalityId } = unit;
    return {
      account: { kind: 'company-user', municipalityId, companyId: company.id, userId: id },
      label: company.name,
      municipality: (await unit.municipality()).name,
    };
  }

  private async citizen(unit: UnitOfWork, id: string, address: string): Promise<FoundAccount | undefined> {
    const citizen = await unit.citizens.find(id);
    if (!citizen || !this.has(citizen, address)) return undefined;
    const { municipalityId } = unit;
    return {
      account: { kind: 'citizen', municipalityId, citizenId: id },
      label: citizen.name,
      municipality: (await unit.municipality()).name,
    };
  }

  private has({ email, phone }: Pick<CompanyUser | Citizen, 'email' | 'phone'>, address: string): boolean {
    return [email && plainEmail(email), phone].some(
      (own) => own && this.secrets.addressHash(own) === address,
    );
  }
}
