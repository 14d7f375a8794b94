import {
  addDays,
  localDateOf,
  weeklyMinutes,
  weeklyPaidMinutes,
  type Actor,
  type Agreement,
  type LocalDate,
} from '#domain';
import { Transactor, type Criteria, type Order } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { sortedPageOf, type Page, type PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { around, ownSmallJobs, type Around } from './around.js';

/** `unpaid-only`: it runs, and the paid hours begin later (R67). */
export const agreementViews = ['running', 'draft', 'coming', 'unpaid-only', 'ended'] as const;
export type AgreementView = (typeof agreementViews)[number];
export const agreementOrders = ['newest', 'oldest'] as const;
export type AgreementOrder = (typeof agreementOrders)[number];

export interface AgreementFilter {
  view: AgreementView;
  /** Only of the small jobs that the caller answers for. */
  mine?: boolean;
  /** By the first day. */
  order?: AgreementOrder;
}

export interface AgreementRow extends Around {
  agreement: Agreement;
  /** This week's, or the first week's where it has not begun; paid and unpaid are counted apart (R86). */
  weekly: { paid: number; unpaid: number };
}

export interface AgreementListPage extends Page<AgreementRow> {
  /** With the same `mine`. */
  counts: Record<AgreementView, number>;
  today: LocalDate;
}

/** The agreements of the municipality, as its staff work through them. */
export class AgreementList {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(
    { view, mine = false, order = 'newest' }: AgreementFilter,
    page: PageRequest,
    actor: Actor,
  ): Promise<AgreementListPage> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const among: Criteria<Agreement> = mine
        ? { smallJobId: { in: await ownSmallJobs(unit, staffId) } }
        : {};
      const today = localDateOf(await unit.now());
      const by: Order<Agreement> = { by: 'startDate', direction: order === 'oldest' ? 'asc' : 'desc' };
      const where = { ...among, ...conditionOf(view, today) };
      const { items, next } = await sortedPageOf(unit.agreements, where, page, by);
      const counts = {} as Record<AgreementView, number>;
      for (const one of agreementViews)
        counts[one] = await unit.agreements.count({ ...among, ...conditionOf(one, today) });
      await logShown(
        unit,
        actor,
        items.map(({ citizenId }) => citizenId),
        'agreement.list',
      );
      const about = await around(unit, items);
      const rows = items.map((agreement) => ({
        agreement,
        weekly: weeklyOf(agreement, today),
        ...about(agreement),
      }));
      return { items: rows, next, counts, today };
    });
  }
}

function conditionOf(view: AgreementView, today: LocalDate): Criteria<Agreement> {
  switch (view) {
    case 'running':
      return { state: 'signed', startDate: { to: today } };
    case 'coming':
      return { state: 'signed', startDate: { from: addDays(today, 1) } };
    case 'unpaid-only':
      return { state: 'signed', startDate: { to: today }, paidFrom: { from: addDays(today, 1) } };
    default:
      return { state: view };
  }
}

function weeklyOf(agreement: Agreement, today: LocalDate): AgreementRow['weekly'] {
  const day = today > agreement.startDate ? today : agreement.startDate;
  return { paid: weeklyPaidMinutes(agreement, day), unpaid: weeklyMinutes(agreement.unpaid) };
}
