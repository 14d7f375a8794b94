import {
  accountId,
  firstName,
  phoneInWords,
  type Account,
  type Actor,
  type Language,
  type Role,
  type Staff,
} from '#domain';
import { contactOfCompany } from '../contact/contact-of-company.js';
import { brokerOf } from '../contact/who-answers.js';
import { Transactor, type UnitOfWork } from '../ports/index.js';

/** An account that still exists, with what every page of its holder shows. */
export interface KnownAccount {
  actor: Actor & { role: Role };
  /** As others call the person. */
  name: string;
  municipality: string;
  /** A citizen's own; the others have none. */
  language: Language | null;
  /** The one person to call; staff have none. */
  contact: { name: string; phone: string } | null;
}

/** Looks at the row of an account: whose staff row is switched off, or whose user was removed, is nobody any more. */
export class FindAccount {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @returns undefined when the account has ended. */
  execute(account: Account): Promise<KnownAccount | undefined> {
    return this.transactor.inMunicipality(account.municipalityId, async (unit) => {
      const known = await this.look(unit, account);
      return known && { ...known, municipality: (await unit.municipality()).name };
    });
  }

  private async look(
    unit: UnitOfWork,
    account: Account,
  ): Promise<Omit<KnownAccount, 'municipality'> | undefined> {
    const { municipalityId } = account;
    const holder = `${account.kind} ${accountId(account)}`;
    if (account.kind === 'staff') {
      const staff = await unit.staff.find(account.staffId);
      if (!staff?.active) return undefined;
      const { id: staffId, role, name } = staff;
      const actor: KnownAccount['actor'] = { role, municipalityId, staffId, name, holder };
      return { actor, name, language: null, contact: null };
    }
    if (account.kind === 'company-user') {
      const { companyId } = account;
      const user = await unit.companyUsers.find(account.userId);
      if (!user?.active || user.companyId !== companyId) return undefined;
      const { id: companyUserId, name } = user;
      const actor: KnownAccount['actor'] = {
        role: 'employer',
        municipalityId,
        companyId,
        companyUserId,
        name,
        holder,
      };
      return { actor, name, language: null, contact: inWords(await contactOfCompany(unit, companyId)) };
    }
    const citizen = await unit.citizens.find(account.citizenId);
    if (!citizen) return undefined;
    const { id: citizenId, name, language } = citizen;
    const actor: KnownAccount['actor'] = { role: 'citizen', municipalityId, citizenId, name, holder };
    return { actor, name: firstName(citizen), language, contact: inWords(await brokerOf(unit, citizen)) };
  }
}

const inWords = (staff: Staff | undefined): KnownAccount['contact'] =>
  staff ? { name: staff.name, phone: staff.phone ? phoneInWords(staff.phone) : '' } : null;
