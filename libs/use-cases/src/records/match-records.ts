import { DomainError, personCard, type Actor, type Citizen, type Match, type MatchState, type PersonCard, type SmallJob } from '#domain';
import { Transactor, type Criteria, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

/** Name and number, only for who may know them: staff, and the company after a yes that it has been told of. */
export interface MatchRecord {
  match: Match;
  card: PersonCard;
  person: Pick<Citizen, 'name' | 'phone'> | null;
}

export class MatchRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(filter: { state?: MatchState; smallJobId?: string; citizenId?: string }, page: PageRequest, actor: Actor): Promise<Page<MatchRecord>> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const where: Criteria<Match> = { ...definedOf(filter), ...(await this.visibleTo(unit, actor, filter.smallJobId)) };
      const { items, next } = await pageOf(unit.matches, where, page);
      const records: MatchRecord[] = [];
      for (const match of items.filter((row) => actor.role !== 'employer' || row.interest !== null)) {
        records.push(await this.record(unit, match, actor));
      }
      return { items: records, next };
    });
  }

  async show(matchId: string, actor: Actor): Promise<MatchRecord> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const match = found(await unit.matches.find(matchId), 'match.not-found');
      const smallJob: SmallJob = found(await unit.smallJobs.find(match.smallJobId), 'match.not-found');
      refuseOtherCompany(actor, smallJob.companyId, 'match.not-found');
      if (actor.role === 'employer' && match.interest === null) throw new DomainError('match.not-found');
      return this.record(unit, match, actor);
    });
  }

  /** A company sees its own small jobs, and never a match that the citizen has not agreed to. */
  private async visibleTo(unit: UnitOfWork, actor: Actor, smallJobId: string | undefined): Promise<Criteria<Match>> {
    if (actor.role !== 'employer') return {};
    const own = await unit.smallJobs.list({ companyId: actor.companyId ?? '' });
    const ids = own.map(({ id }) => id).filter((id) => smallJobId === undefined || id === smallJobId);
    return { smallJobId: { in: ids }, interest: { isNull: false } };
  }

  private async record(unit: UnitOfWork, match: Match, actor: Actor): Promise<MatchRecord> {
    const citizen = found(await unit.citizens.find(match.citizenId), 'citizen.not-found');
    await logShown(unit, actor, [citizen.id], 'match.show');
    const knows = actor.role !== 'employer' || (await this.companyKnows(unit, match.id));
    return { match, card: personCard(match, citizen), person: knows ? { name: citizen.name, phone: citizen.phone } : null };
  }

  private async companyKnows(unit: UnitOfWork, matchId: string): Promise<boolean> {
    const offer = await unit.offers.first({ matchId, state: 'accepted' });
    return offer !== undefined && offer.companyToldAt !== null;
  }
}

/** Leaves out what was not asked for. */
export function definedOf<T extends object>(filter: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}
