import { latest, type Agreement, type Match, type Offer, type Temporal } from '#domain';
import { inPlay } from '../match/in-play.js';
import type { UnitOfWork } from '../ports/index.js';

/** What has been proposed to and for each citizen. */
export class ProposalsSoFar {
  private constructor(
    private readonly matches: ReadonlyMap<string, Match[]>,
    private readonly offers: ReadonlyMap<string, Offer[]>,
    private readonly agreements: ReadonlyMap<string, Agreement[]>,
    private readonly busy: ReadonlySet<string>,
  ) {}

  static async read(unit: UnitOfWork): Promise<ProposalsSoFar> {
    const matches = await unit.matches.list();
    const offers = await unit.offers.list();
    const agreements = await unit.agreements.list();
    return new ProposalsSoFar(
      byCitizen(matches),
      byCitizen(offers),
      byCitizen(agreements),
      inPlay({ matches, offers, agreements }),
    );
  }

  /** When a company last heard of the person; null for never. */
  lastProposedAt(citizenId: string): Temporal.Instant | null {
    return lastOf(this.matchesOf(citizenId).flatMap(({ proposedAt }) => proposedAt ?? []));
  }

  /** Since when nothing has come: the last proposal, or the end of the last agreement; null when there was neither. */
  quietSince(citizenId: string): Temporal.Instant | null {
    const ended = (this.agreements.get(citizenId) ?? []).flatMap(({ endedAt }) => endedAt ?? []);
    const proposed = this.lastProposedAt(citizenId);
    return lastOf(proposed ? [...ended, proposed] : ended);
  }

  /** Something is going on just now: a question, a proposal, an offer, an agreement. */
  isInPlay(citizenId: string): boolean {
    return this.busy.has(citizenId);
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
        this.agreements.has(citizenId) ||
        offers.some(({ acceptedAt, state }) => acceptedAt && state !== 'declined'),
    };
  }

  private readonly matchesOf = (citizenId: string): Match[] => this.matches.get(citizenId) ?? [];
  private readonly offersOf = (citizenId: string): Offer[] => this.offers.get(citizenId) ?? [];
}

const lastOf = (times: readonly Temporal.Instant[]): Temporal.Instant | null =>
  times.length === 0 ? null : times.reduce((last, time) => latest(last, time));

function byCitizen<T extends { citizenId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.citizenId);
    if (own) own.push(row);
    else found.set(row.citizenId, [row]);
  }
  return found;
}
