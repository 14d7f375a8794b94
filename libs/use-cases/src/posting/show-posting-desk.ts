import { localDateOf, type Actor, type Company, type LocalDate } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { CallableContacts, type CallableContact } from './callable-contacts.js';

/** What lies ready for somebody who posts: the company, who it is, whom to call, and the day. */
export interface PostingDesk {
  company: Company;
  /** Proposed as the one who receives: whoever is signed in, or the company's contact. */
  person: { name: string; phone: string };
  contacts: CallableContact[];
  normalWeeklyHours: { min: number; max: number };
  today: LocalDate;
}

export class ShowPostingDesk {
  static readonly needs = [Transactor, CallableContacts] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly callableContacts: CallableContacts,
  ) {}

  async execute(companyId: string, actor: Actor): Promise<PostingDesk> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      refuseOtherCompany(actor, companyId, 'company.not-found');
      const company = found(await unit.companies.find(companyId), 'company.not-found');
      const user = actor.companyUserId ? await unit.companyUsers.find(actor.companyUserId) : undefined;
      return {
        company,
        person: { name: user?.name ?? company.contact.name, phone: user?.phone ?? company.contact.phone },
        contacts: await this.callableContacts.within(unit, companyId),
        normalWeeklyHours: (await unit.municipality()).settings.normalWeeklyHours,
        today: localDateOf(await unit.now()),
      };
    });
  }
}
