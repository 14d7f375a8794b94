import { firstName, isBefore, phoneInWords, refuseUnless, type Actor, type Offer } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { orTellCompanyByHand } from '../message/company-by-hand.js';
import { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';

/**
 * The company hears who said yes: name and number. Not before the yes is binding (next working day at 9),
 * unless the contact says so.
 */
export class TellCompany {
  static readonly needs = [Transactor, Ids, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  /** The contact says that the company may hear now. */
  async execute(offerId: string, actor: Actor): Promise<Offer> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => this.within(unit, offerId));
  }

  /** The due time fell. */
  async whenBinding(municipalityId: string, offerId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const offer = await unit.offers.lock(offerId);
      if (offer?.state !== 'accepted' || offer.companyToldAt !== null || offer.bindingAt === null) return;
      if (isBefore(await unit.now(), offer.bindingAt)) return;
      await this.within(unit, offerId);
    });
  }

  async within(unit: UnitOfWork, offerId: string): Promise<Offer> {
    const offer = found(await unit.offers.lock(offerId), 'offer.not-found');
    refuseUnless(offer.state === 'accepted', 'offer.not-accepted', { state: offer.state });
    if (offer.companyToldAt !== null) return offer;
    const now = await unit.now();
    const told: Offer = { ...offer, companyToldAt: now };
    await unit.offers.update(told);
    const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'small-job.not-found');
    const company = found(await unit.companies.find(offer.companyId), 'company.not-found');
    const citizen = found(await unit.citizens.find(offer.citizenId), 'citizen.not-found');
    const contact = await contactFor(unit, smallJob.id, now);
    const data = {
      companyContact: firstName(company.contact),
      ...contactInWords(contact),
      title: smallJob.title,
      answer: 'yes' as const,
      person: citizen.name,
      personPhone: citizen.phone ? phoneInWords(citizen.phone) : '',
    };
    const letter = { template: 'offer-answered' as const, data, subjectId: offerId, occasion: 'yes' };
    const written = await this.correspondence.toCompany(unit, company, letter, company.contact, 'email');
    const sms = { ...letter, data: { ...data, person: firstName(citizen) } };
    written.push(...(await this.correspondence.toCompany(unit, company, sms, company.contact, 'sms')));
    await orTellCompanyByHand(unit, this.ids, written, contact, { offerId, smallJobId: smallJob.id });
    await unit.logAccess({
      who: company.name,
      staffId: null,
      companyId: company.id,
      citizenIds: [citizen.id],
      kind: 'shown',
      purpose: 'offer.tell-company',
    });
    await unit.record({ type: 'CompanyTold', offerId });
    return told;
  }

  /** It will not be this person: a company that said yes waits for nobody who never comes. */
  async ofWithdrawal(unit: UnitOfWork, offer: Offer): Promise<void> {
    const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'small-job.not-found');
    const company = found(await unit.companies.find(offer.companyId), 'company.not-found');
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    const written = await this.correspondence.toCompany(unit, company, {
      template: 'offer-withdrawn-company',
      data: {
        companyContact: firstName(company.contact),
        ...contactInWords(contact),
        title: smallJob.title,
      },
      subjectId: offer.id,
    });
    await orTellCompanyByHand(unit, this.ids, written, contact, {
      offerId: offer.id,
      smallJobId: smallJob.id,
      note: 'Tilbuddet er trukket tilbage',
    });
  }

  /** A no thanks: the company hears that the place is free, of nobody in particular. */
  async ofNo(unit: UnitOfWork, offer: Offer): Promise<void> {
    const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'small-job.not-found');
    const company = found(await unit.companies.find(offer.companyId), 'company.not-found');
    const match = found(await unit.matches.find(offer.matchId), 'match.not-found');
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    const data = {
      companyContact: firstName(company.contact),
      ...contactInWords(contact),
      title: smallJob.title,
      answer: 'no' as const,
      person: match.pseudonym,
      personPhone: '',
    };
    await this.correspondence.toCompany(unit, company, {
      template: 'offer-answered',
      data,
      subjectId: offer.id,
      occasion: 'no',
    });
  }
}
