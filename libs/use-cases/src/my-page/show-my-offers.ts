import type { Actor, Company, Language, Match, Offer, SmallJob } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { offerPage } from '../answer-page/offer-page.js';
import type { OfferPage } from '../answer-page/answer-page.js';
import { ownRecord } from './own-record.js';

const MOST = 50;

/** One job that somebody was asked about or offered, and what became of it. */
export interface MyOffer {
  match: Match;
  offer: Offer | null;
  smallJob: SmallJob;
  company: Company;
}

export class ShowMyOffers {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(actor: Actor): Promise<MyOffer[]> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.offers');
      return myOffers(unit, citizen.id);
    });
  }

  /** The page of one offer, as its link shows it. @throws offer.not-found, also for somebody else's. */
  async show(offerId: string, actor: Actor, language?: Language): Promise<OfferPage> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.offer');
      const offer = found(await unit.offers.first({ id: offerId, citizenId: citizen.id }), 'offer.not-found');
      return offerPage(unit, offer.id, { visitor: actor, ...(language && { language }) });
    });
  }
}

/** Newest first. */
export async function myOffers(unit: UnitOfWork, citizenId: string): Promise<MyOffer[]> {
  const matches = await unit.matches.list(
    { citizenId },
    { order: [{ by: 'id', direction: 'desc' }], limit: MOST },
  );
  if (matches.length === 0) return [];
  const offers = await unit.offers.list({ matchId: { in: matches.map(({ id }) => id) } });
  const jobs = await unit.smallJobs.list({ id: { in: unique(matches.map((match) => match.smallJobId)) } });
  const companies = await unit.companies.list({ id: { in: unique(jobs.map((job) => job.companyId)) } });
  return matches.map((match) => {
    const smallJob = found(
      jobs.find(({ id }) => id === match.smallJobId),
      'small-job.not-found',
    );
    const company = found(
      companies.find(({ id }) => id === smallJob.companyId),
      'company.not-found',
    );
    return { match, offer: offers.find((one) => one.matchId === match.id) ?? null, smallJob, company };
  });
}

const unique = (ids: string[]): string[] => [...new Set(ids)];
