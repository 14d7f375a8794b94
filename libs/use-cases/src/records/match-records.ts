import {
  DomainError,
  openMatchStates,
  personCard,
  type Actor,
  type Citizen,
  type Match,
  type MatchState,
  type PersonCard,
  type SmallJob,
  type Staff,
  type AccessPurpose,
} from '#domain';
import { Transactor, type Criteria, type UnitOfWork } from '../ports/index.js';
import { contactsOf } from '../contact/contacts-of.js';
import { whyThisMatch, type MatchReason } from '../match/why-this-match.js';
import { found, refuseOtherCompany, refuseSearchByCitizen } from '../wiring/permissions.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

export interface MatchRecord {
  match: Match;
  smallJob: SmallJob;
  card: PersonCard;
  /** Name and number, only for who may know them: staff, and the company after a yes that it has been told of. */
  person: Pick<Citizen, 'name' | 'phone'> | null;
  /** Whom to call today. */
  contact: Staff | null;
  /** Why this person, while the match is open and the citizen has agreed to each of them. */
  why: MatchReason[];
  /** "Ja, start uden møde" is there only when the citizen wants that (practice). */
  mayStartDirectly: boolean;
}

export class MatchRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(
    filter: { state?: MatchState; smallJobId?: string; citizenId?: string },
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<MatchRecord>> {
    refuseSearchByCitizen(actor, filter.citizenId);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const where: Criteria<Match> = {
        ...definedOf(filter),
        ...(await this.visibleTo(unit, actor, filter.smallJobId)),
      };
      const { items, next } = await pageOf(unit.matches, where, page);
      const visible = items.filter((match) => actor.role !== 'employer' || match.interest !== null);
      return { items: await this.records(unit, visible, actor, 'match.list'), next };
    });
  }

  async show(matchId: string, actor: Actor): Promise<MatchRecord> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const match = found(await unit.matches.find(matchId), 'match.not-found');
      const smallJob: SmallJob = found(await unit.smallJobs.find(match.smallJobId), 'match.not-found');
      refuseOtherCompany(actor, smallJob.companyId, 'match.not-found');
      if (actor.role === 'employer' && match.interest === null) throw new DomainError('match.not-found');
      const [record] = await this.records(unit, [match], actor, 'match.show');
      return found(record, 'match.not-found');
    });
  }

  /** A company sees its own small jobs, and never a match that the citizen has not agreed to. */
  private async visibleTo(
    unit: UnitOfWork,
    actor: Actor,
    smallJobId: string | undefined,
  ): Promise<Criteria<Match>> {
    if (actor.role !== 'employer') return {};
    const own = await unit.smallJobs.list({ companyId: actor.companyId ?? '' });
    const ids = own.map(({ id }) => id).filter((id) => smallJobId === undefined || id === smallJobId);
    return { smallJobId: { in: ids }, interest: { isNull: false } };
  }

  private async records(
    unit: UnitOfWork,
    matches: Match[],
    actor: Actor,
    purpose: AccessPurpose,
  ): Promise<MatchRecord[]> {
    if (matches.length === 0) return [];
    const smallJobIds = matches.map((match) => match.smallJobId);
    const citizenIds = matches.map((match) => match.citizenId);
    const smallJobs = byId(await unit.smallJobs.list({ id: { in: smallJobIds } }));
    const citizens = byId(await unit.citizens.list({ id: { in: citizenIds } }));
    const contacts = await contactsOf(unit, smallJobIds);
    const named = await this.namedTo(unit, matches, actor);
    await logShown(unit, actor, citizenIds, purpose);
    return matches.map((match) => {
      const citizen = found(citizens.get(match.citizenId), 'citizen.not-found');
      const smallJob = found(smallJobs.get(match.smallJobId), 'small-job.not-found');
      return {
        match,
        smallJob,
        card: cardFor(actor, match, citizen),
        person: named.has(match.id) ? { name: citizen.name, phone: citizen.phone } : null,
        contact: contacts(match.smallJobId).answersToday,
        why: openMatchStates.includes(match.state) ? whyThisMatch(match, citizen, smallJob) : [],
        mayStartDirectly: match.interest?.startWithoutMeeting === true,
      };
    });
  }

  /** The matches whose person the caller may know: all for staff, those with a yes it was told of for a company. */
  private async namedTo(unit: UnitOfWork, matches: Match[], actor: Actor): Promise<Set<string>> {
    const ids = matches.map(({ id }) => id);
    if (actor.role !== 'employer') return new Set(ids);
    const told = await unit.offers.list({
      matchId: { in: ids },
      state: 'accepted',
      companyToldAt: { isNull: false },
    });
    return new Set(told.map(({ matchId }) => matchId));
  }
}

/** When it is over, the agreement to be shown is over too: of the card only the pseudonym is left to a company. */
function cardFor(actor: Actor, match: Match, citizen: Citizen): PersonCard {
  const isOver = actor.role === 'employer' && !openMatchStates.includes(match.state);
  return personCard(isOver ? { ...match, interest: null } : match, citizen);
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** Leaves out what was not asked for. */
export function definedOf<T extends object>(filter: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}
