import { latest, openOfferStates, type Match, type Offer, type Temporal } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** What has been proposed to and for each citizen. */
export class ProposalsSoFar {
  private constructor(
    private readonly matches: ReadonlyMap<string, Match[]>,
    private readonly offers: ReadonlyMap<string, Offer[]>,
    private readonly atWork: ReadonlySet<string>,
  ) {}

  static async read(unit: UnitOfWork): Promise<ProposalsSoFar> {
    const agreements = await unit.agreements.list({ state: { notIn: ['ended'] } });
    return new ProposalsSoFar(
      byCitizen(await unit.matches.list()),
      byCitizen(await unit.offers.list()),
      new Set(agreements.map(({ citizenId }) => citizenId)),
    );
  }

  /** When a company last heard of the person; null for never. */
  lastProposedAt(citizenId: string): Temporal.Instant | null {
    const times = this.matchesOf(citizenId).flatMap(({ proposedAt }) => proposedAt ?? []);
    return times.length === 0 ? null : times.reduce((last, time) => latest(last, time));
  }

  /** Something is going on just now: a question, a proposal, an offer, an agreement. */
  isInPlay(citizenId: string): boolean {
    return (
      this.atWork.has(citizenId) ||
      this.matchesOf(citizenId).some(({ state }) => state === 'asking' || state === 'proposed') ||
      this.offersOf(citizenId).some(({ state }) => openOfferStates.includes(state) || state === 'accepted')
    );
  }

  /** How often a company has heard of the person, and how that ended. */
  outcomes(citizenId: string): { proposed: number; byCompany: number; byCitizen: number; yes: boolean } {
    const matches = this.matchesOf(citizenId).filter(({ proposedAt }) => proposedAt !== null);
    const offers = this.offersOf(citizenId);
    return {
      proposed: matches.length,
      byCompany: matches.filter(({ state }) => state === 'rejected').length,
      byCitizen: offers.filter(({ state }) => state === 'declined').length,
      yes:
        this.atWork.has(citizenId) ||
        offers.some(({ acceptedAt, state }) => acceptedAt && state !== 'declined'),
    };
  }

  private readonly matchesOf = (citizenId: string): Match[] => this.matches.get(citizenId) ?? [];
  private readonly offersOf = (citizenId: string): Offer[] => this.offers.get(citizenId) ?? [];
}

function byCitizen<T extends { citizenId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.citizenId);
    if (own) own.push(row);
    else found.set(row.citizenId, [row]);
  }
  return found;
}
