import { localDateOf, openMatchStates, type Actor, type Company, type SmallJob, type Staff } from '#domain';
import { contactsOf } from '../contact/contacts-of.js';
import { Transactor, type Criteria, type UnitOfWork } from '../ports/index.js';
import { sortedPageOf, type Page, type PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

export const smallJobViews = [
  'mine',
  'open',
  'no-proposal',
  'no-contact',
  'drafts',
  'paused',
  'filled',
  'closed',
  'all',
] as const;
export type SmallJobView = (typeof smallJobViews)[number];

export interface SmallJobFilter {
  view: SmallJobView;
  companyId?: string;
  category?: string;
  /** Whose fixed contact it is. */
  contactId?: string;
  sort: 'newest' | 'starts';
}

export interface DeskSmallJob {
  smallJob: SmallJob;
  company: Company;
  contact: Staff | null;
  /** Matches that are asked, proposed or confirmed. */
  proposals: number;
  /** The start has passed and nobody has begun: the first day has to be moved, or the job closed. */
  startHasPassed: boolean;
}

export interface SmallJobDeskPage extends Page<DeskSmallJob> {
  counts: Readonly<Record<SmallJobView, number>>;
}

/** All small jobs of the municipality as lists that one works through. */
export class SmallJobDesk {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(filter: SmallJobFilter, page: PageRequest, actor: Actor): Promise<SmallJobDeskPage> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const views = await viewsOf(unit, actor.staffId);
      const order =
        filter.sort === 'starts'
          ? ({ by: 'startDate', direction: 'asc' } as const)
          : ({ by: 'createdAt', direction: 'desc' } as const);
      const where = { ...views[filter.view], ...(await narrowed(unit, filter, views[filter.view])) };
      const { items, next } = await sortedPageOf(unit.smallJobs, where, page, order);
      const counts = {} as Record<SmallJobView, number>;
      for (const view of smallJobViews) counts[view] = await unit.smallJobs.count(views[view]);
      return { items: await withNames(unit, items), next, counts };
    });
  }

  /** What can be chosen from: companies that have jobs, and whoever is or could be a contact. */
  async choices(actor: Actor): Promise<{ companies: Company[]; contacts: Staff[] }> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => ({
      companies: await unit.companies.list({}, { order: [{ by: 'name' }] }),
      contacts: await unit.staff.list({ active: true }, { order: [{ by: 'name' }] }),
    }));
  }
}

type Where = Criteria<SmallJob>;

async function viewsOf(unit: UnitOfWork, me: string): Promise<Record<SmallJobView, Where>> {
  const contacts = await unit.contacts.list({ endedAt: { isNull: true } });
  const mine = contacts.filter(({ staffId }) => staffId === me).map(({ smallJobId }) => smallJobId);
  const proposed = await unit.matches.list({ state: { in: openMatchStates } });
  return {
    mine: { id: { in: mine }, status: { notIn: ['closed'] } },
    open: { status: 'open' },
    'no-proposal': { status: 'open', id: { notIn: distinct(proposed.map((match) => match.smallJobId)) } },
    'no-contact': {
      status: { notIn: ['closed'] },
      id: { notIn: distinct(contacts.map(({ smallJobId }) => smallJobId)) },
    },
    drafts: { status: 'draft' },
    paused: { status: 'paused' },
    filled: { status: 'filled' },
    closed: { status: 'closed' },
    all: {},
  };
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** A contact narrows by ids too, so it is laid over those of the view. */
async function narrowed(
  unit: UnitOfWork,
  { companyId, category, contactId }: SmallJobFilter,
  { id }: Where,
): Promise<Where> {
  const fixed = {
    ...(companyId !== undefined && { companyId }),
    ...(category !== undefined && { category }),
  };
  if (contactId === undefined) return fixed;
  const rows = await unit.contacts.list({ staffId: contactId, endedAt: { isNull: true } });
  const own = rows.map(({ smallJobId }) => smallJobId);
  return { ...fixed, id: { in: own.filter((each) => isAmong(each, id)) } };
}

function isAmong(each: string, ids: Where['id']): boolean {
  if (ids === undefined) return true;
  if (typeof ids === 'string') return ids === each;
  if ('in' in ids) return ids.in.includes(each);
  return 'notIn' in ids ? !ids.notIn.includes(each) : true;
}

async function withNames(unit: UnitOfWork, smallJobs: readonly SmallJob[]): Promise<DeskSmallJob[]> {
  if (smallJobs.length === 0) return [];
  const ids = smallJobs.map(({ id }) => id);
  const companies = await unit.companies.list({ id: { in: smallJobs.map(({ companyId }) => companyId) } });
  const contacts = await contactsOf(unit, ids);
  const matches = await unit.matches.list({ smallJobId: { in: ids }, state: { in: openMatchStates } });
  const today = localDateOf(await unit.now());
  return smallJobs.flatMap((smallJob) => {
    const company = companies.find(({ id }) => id === smallJob.companyId);
    if (!company) return [];
    const { status, startDate, seatsTaken } = smallJob;
    return [
      {
        smallJob,
        company,
        contact: contacts(smallJob.id).fixedContact,
        proposals: matches.filter(({ smallJobId }) => smallJobId === smallJob.id).length,
        startHasPassed: (status === 'open' || status === 'draft') && startDate < today && seatsTaken === 0,
      },
    ];
  });
}
