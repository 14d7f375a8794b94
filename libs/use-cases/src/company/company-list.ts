import {
  isUnpaidOnly,
  localDateOf,
  unpaidStanding,
  type Actor,
  type Agreement,
  type Company,
  type LocalDate,
  type Match,
  type SmallJob,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { ownSmallJobs } from '../placement/around.js';
import type { Page, PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

/**
 * `mine`: the caller answers for one of its small jobs; `new`: of the last 30 days; `idle`: no small job is open, paused
 * or filled; `unpaid-only`: people are there, and nobody is paid (R73); `silent`: was reminded and has not answered.
 */
export const companyViews = ['all', 'mine', 'new', 'idle', 'unpaid-only', 'silent'] as const;
export type CompanyView = (typeof companyViews)[number];
export const companyOrders = ['name', 'newest'] as const;
export type CompanyOrder = (typeof companyOrders)[number];

export interface CompanyFilter {
  view?: CompanyView;
  /** Part of the name, or the beginning of the CVR number. */
  text?: string;
  town?: string;
  industry?: string;
  order?: CompanyOrder;
}

export interface CompanyRow {
  company: Company;
  /** Open, paused and filled. */
  smallJobs: number;
  people: number;
  lastVisitOn: LocalDate | null;
  isUnpaidOnly: boolean;
  isSilent: boolean;
}

export interface CompanyListPage extends Page<CompanyRow> {
  counts: Record<CompanyView, number>;
  today: LocalDate;
  /** What can be chosen among, in order. */
  towns: string[];
  industries: string[];
}

const NEW_HOURS = 30 * 24;
const danish = new Intl.Collator('da');

/**
 * The companies of the municipality. A municipality knows some hundreds: they are read whole, with what is going on
 * there, so that every view has its figure and the order is the Danish one, with æ, ø and å last.
 */
export class CompanyList {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(
    filter: CompanyFilter,
    { after, limit }: PageRequest,
    actor: Actor,
  ): Promise<CompanyListPage> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const companies = await unit.companies.list({});
      const going = await goingOn(unit, staffId);
      const inView = (view: CompanyView): Company[] => companies.filter((one) => going.isIn(view, one));
      const counts = {} as Record<CompanyView, number>;
      for (const view of companyViews) counts[view] = inView(view).length;
      const found = inView(filter.view ?? 'all')
        .filter((company) => fits(company, filter))
        .sort(orders[filter.order ?? 'name']);
      const begin = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
      const items = found.slice(begin, begin + limit);
      return {
        items: await rowsOf(unit, items, going),
        next: begin + limit < found.length ? (items.at(-1)?.id ?? null) : null,
        counts,
        today: going.today,
        towns: namesOf(companies, ({ address }) => address.town),
        industries: namesOf(companies, ({ industry }) => industry),
      };
    });
  }
}

interface GoingOn {
  today: LocalDate;
  jobs: ReadonlyMap<string, number>;
  agreements: ReadonlyMap<string, Agreement[]>;
  silent: ReadonlySet<string>;
  isIn(view: CompanyView, company: Company): boolean;
}

async function goingOn(unit: UnitOfWork, staffId: string): Promise<GoingOn> {
  const now = await unit.now();
  const today = localDateOf(now);
  const active = await unit.smallJobs.list({ status: { in: ['open', 'paused', 'filled'] } });
  const agreements = grouped(await unit.agreements.list({ state: 'signed' }));
  const waiting = await unit.matches.list({ state: 'proposed', remindAt: { isNull: true } });
  const own = await ownSmallJobs(unit, staffId);
  const ownJobs = own.length === 0 ? [] : await unit.smallJobs.list({ id: { in: own } });
  const mine = new Set(ownJobs.map(({ companyId }) => companyId));
  const jobs = new Map<string, number>();
  for (const { companyId } of active) jobs.set(companyId, (jobs.get(companyId) ?? 0) + 1);
  const silent = silentOf(waiting, active);
  const holds: Record<CompanyView, (company: Company) => boolean> = {
    all: () => true,
    mine: ({ id }) => mine.has(id),
    new: ({ createdAt }) => isNew(createdAt, now),
    idle: ({ id }) => !jobs.has(id),
    'unpaid-only': ({ id }) => isUnpaidOnly(unpaidStanding(agreements.get(id) ?? [], today)),
    silent: ({ id }) => silent.has(id),
  };
  return { today, jobs, agreements, silent, isIn: (view, company) => holds[view](company) };
}

const isNew = (createdAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  now.epochMilliseconds - createdAt.epochMilliseconds < NEW_HOURS * 3_600_000;

/** The reminder has gone out, and nothing came: their small jobs are among those that are not over. */
function silentOf(waiting: readonly Match[], jobs: readonly SmallJob[]): Set<string> {
  const companyOf = new Map(jobs.map(({ id, companyId }) => [id, companyId]));
  return new Set(waiting.flatMap(({ smallJobId }) => companyOf.get(smallJobId) ?? []));
}

function fits({ name, cvr, address, industry }: Company, filter: CompanyFilter): boolean {
  const text = filter.text?.trim().toLocaleLowerCase('da') ?? '';
  const isNamed = name.toLocaleLowerCase('da').includes(text) || cvr.startsWith(text.replaceAll(' ', ''));
  return (
    isNamed &&
    (filter.town === undefined || address.town === filter.town) &&
    (filter.industry === undefined || industry === filter.industry)
  );
}

const orders: Record<CompanyOrder, (a: Company, b: Company) => number> = {
  name: (a, b) => danish.compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
  newest: (a, b) => b.createdAt.epochMilliseconds - a.createdAt.epochMilliseconds || (a.id < b.id ? -1 : 1),
};

async function rowsOf(unit: UnitOfWork, companies: Company[], going: GoingOn): Promise<CompanyRow[]> {
  const ids = companies.map(({ id }) => id);
  const visits = ids.length === 0 ? [] : await unit.visits.list({ companyId: { in: ids } });
  return companies.map((company) => {
    const there = going.agreements.get(company.id) ?? [];
    const days = visits.filter(({ companyId }) => companyId === company.id).map(({ on }) => on);
    return {
      company,
      smallJobs: going.jobs.get(company.id) ?? 0,
      people: there.filter(({ startDate }) => startDate <= going.today).length,
      lastVisitOn: days.sort().at(-1) ?? null,
      isUnpaidOnly: going.isIn('unpaid-only', company),
      isSilent: going.silent.has(company.id),
    };
  });
}

const grouped = (agreements: readonly Agreement[]): Map<string, Agreement[]> => {
  const of = new Map<string, Agreement[]>();
  for (const one of agreements) of.set(one.companyId, [...(of.get(one.companyId) ?? []), one]);
  return of;
};

const namesOf = (companies: readonly Company[], name: (company: Company) => string | null): string[] =>
  [...new Set(companies.flatMap((one) => name(one) ?? []))].sort(danish.compare);
