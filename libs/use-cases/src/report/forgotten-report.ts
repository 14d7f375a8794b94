import { Temporal, type Actor, type Citizen } from '#domain';
import {
  constraints,
  ruleInWords,
  rulesInTheWay,
  Standing,
  type ConstraintCode,
  type RuleInTheWay,
} from '#matching';
import { asCandidateJobs } from '../match/candidate-data.js';
import { MatchingIndexes } from '../match/index/matching-indexes.js';
import { logShown, whoLooks } from '../records/log-shown.js';
import { pageWithin, type PageRequest } from '../records/page.js';
import { ProposalsSoFar } from './proposals-so-far.js';

export interface ForgottenCitizen {
  citizen: Citizen;
  /** The broker's name, when there is one. */
  broker: string | null;
  /** Null when no company has ever heard of the person. */
  lastProposedAt: Temporal.Instant | null;
  /** Whole days since then or since an agreement ended after it; for who has neither, since the citizen began to wait. */
  days: number;
  /** Open small jobs that fit now. */
  fittingSmallJobs: number;
  /** The rule that says no at most open small jobs, and at how many of them. */
  inTheWay: { constraint: ConstraintCode; text: string; smallJobs: number } | null;
}

/** Somebody who is proposed often, and each time it was a no. */
export interface AlwaysDeclined {
  citizen: Citizen;
  proposed: number;
  byCompany: number;
  byCitizen: number;
}

export interface ForgottenReport {
  at: Temporal.Instant;
  days: number;
  smallJobs: number;
  /** Longest first; a page of them when one was asked for. */
  citizens: ForgottenCitizen[];
  /** How many there are. */
  all: number;
  /** Citizen to go on from; null at the end. */
  next: string | null;
  /** What keeps people out of all open small jobs, most people first. */
  rules: RuleInTheWay[];
  alwaysDeclined: AlwaysDeclined[];
}

/** So many proposals without a yes are worth a talk. */
const OFTEN = 3;
const DAY_IN_MILLISECONDS = 86_400_000;

/** Nobody forgotten: who has said yes and waits without being proposed, and what stands in the way. */
export class ShowForgotten {
  static readonly needs = [MatchingIndexes] as const;

  constructor(private readonly indexes: MatchingIndexes) {}

  /** Whoever has something going on, a question, an offer or an agreement, is not forgotten. */
  async execute(
    { days, page }: { days: number; page?: PageRequest },
    actor: Actor,
  ): Promise<ForgottenReport> {
    return this.indexes.inMunicipality(actor.municipalityId, 'exact', async (unit, matching) => {
      const { index, citizenIds, smallJobIds } = await matching();
      const at = await unit.now();
      const saidYes = await unit.citizens.list({ saidYes: true });
      const soFar = await ProposalsSoFar.read(unit);
      const names = new Map((await unit.staff.list()).map(({ id, name }) => [id, name]));
      const standing = new Standing(index, [...citizenIds].sort(), [...smallJobIds].sort());
      const open = await unit.smallJobs.list({ id: { in: [...smallJobIds] } });
      const known = saidYes.filter(({ id }) => citizenIds.has(id));
      const waiting = known
        .filter(({ id }) => !soFar.isInPlay(id))
        .map((citizen) => forgotten(citizen, { soFar, standing, names, at }))
        .filter((one) => one.lastProposedAt === null || one.days >= days)
        .sort((a, b) => b.days - a.days || byId(a, b));
      const { items: citizens, next } = page
        ? pageWithin(waiting, page, ({ citizen }) => citizen.id)
        : { items: waiting, next: null };
      const alwaysDeclined = declined(known, soFar);
      // A page names those on it.
      const shown = [...citizens, ...(page ? [] : alwaysDeclined)].map(({ citizen }) => citizen.id);
      await logShown(unit, actor, shown, 'report.forgotten');
      await unit.logAccess({
        ...whoLooks(actor),
        kind: 'calculated',
        citizenIds: 'everybody',
        purpose: 'report.forgotten',
      });
      const rules = rulesInTheWay(index, standing, await asCandidateJobs(unit, open));
      const all = waiting.length;
      return { at, days, smallJobs: smallJobIds.size, citizens, all, next, rules, alwaysDeclined };
    });
  }
}

interface Seen {
  soFar: ProposalsSoFar;
  standing: Standing;
  /** Of the staff, by id. */
  names: ReadonlyMap<string, string>;
  at: Temporal.Instant;
}

function forgotten(citizen: Citizen, { soFar, standing, names, at }: Seen): ForgottenCitizen {
  const lastProposedAt = soFar.lastProposedAt(citizen.id);
  const rule = standing.mostOften(citizen.id);
  return {
    citizen,
    broker: (citizen.brokerId && names.get(citizen.brokerId)) ?? null,
    lastProposedAt,
    days: daysSince(soFar.quietSince(citizen.id) ?? citizen.waitingSince, at),
    fittingSmallJobs: standing.fittingOf(citizen.id),
    inTheWay: rule && inWords(rule),
  };
}

const declined = (citizens: readonly Citizen[], soFar: ProposalsSoFar): AlwaysDeclined[] =>
  citizens
    .map((citizen) => ({ citizen, ...soFar.outcomes(citizen.id) }))
    .filter(
      ({ yes, proposed, byCompany, byCitizen }) =>
        !yes && proposed >= OFTEN && byCompany + byCitizen >= OFTEN,
    )
    .sort((a, b) => b.proposed - a.proposed || byId(a, b))
    .map(({ citizen, proposed, byCompany, byCitizen }) => ({ citizen, proposed, byCompany, byCitizen }));

const byId = (a: { citizen: Citizen }, b: { citizen: Citizen }): number =>
  a.citizen.id < b.citizen.id ? -1 : 1;

const inWords = ({ rule, smallJobs }: { rule: number; smallJobs: number }) => {
  const constraint = constraints[rule]!.code;
  return { constraint, text: ruleInWords(constraint), smallJobs };
};

const daysSince = (then: Temporal.Instant, now: Temporal.Instant): number =>
  Math.max(0, Math.floor((now.epochMilliseconds - then.epochMilliseconds) / DAY_IN_MILLISECONDS));
