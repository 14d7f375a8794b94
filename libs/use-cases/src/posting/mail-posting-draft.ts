import { DomainError, firstName, type Actor, type Company, type PostingDraft, type Staff } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { contactOfCompany } from '../contact/contact-of-company.js';
import { contactInWords } from '../contact/who-answers.js';
import { found } from '../wiring/permissions.js';
import { openDraft } from './draft-of.js';

/** Sends the person at the company the address of a draft, to go on from another phone or on another day. */
export class MailPostingDraft {
  static readonly needs = [Transactor, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(draftId: string, actor: Actor): Promise<{ to: string }> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const draft = await openDraft(unit, draftId, actor);
      const company = found(await unit.companies.find(draft.companyId), 'company.not-found');
      const person = await receiverOf(unit, actor, company);
      if (!person.email) throw new DomainError('posting-draft.nobody-to-mail');
      const contact = await contactFor(unit, draft);
      await this.correspondence.toCompany(
        unit,
        company,
        {
          template: 'draft-saved',
          data: {
            ...contactInWords(contact),
            companyContact: firstName(person),
            title: draft.answers.title ?? draft.answers.sentence ?? '',
            path: pathOf(draft),
          },
          subjectId: draft.id,
          // Once for each state of the draft: pressing twice sends one mail.
          occasion: String(draft.version),
        },
        { phone: null, email: person.email },
        'email',
      );
      return { to: person.email };
    });
  }
}

const pathOf = ({ id }: PostingDraft): string => `/firma/opgaver/ny/${id}`;

/** Whom the company has picked, as long as that person is there; otherwise whom it calls anyway. */
async function contactFor(unit: UnitOfWork, { answers, companyId }: PostingDraft): Promise<Staff> {
  const picked = answers.fixedContactId ? await unit.staff.find(answers.fixedContactId) : undefined;
  if (picked?.active) return picked;
  const contact = await contactOfCompany(unit, companyId);
  if (!contact) throw new DomainError('contact.not-set');
  return contact;
}

/** Whoever is signed in; the company's own contact for a key, or when the municipality saves it for them. */
async function receiverOf(
  unit: UnitOfWork,
  actor: Actor,
  company: Company,
): Promise<{ name: string; email: string | null }> {
  const user = actor.companyUserId ? await unit.companyUsers.find(actor.companyUserId) : undefined;
  return user?.email ? user : company.contact;
}
