import {
  checkSmallJob,
  checkStart,
  hoursWarning,
  localDateOf,
  openOfferStates,
  refuseUnless,
  smallJobStates,
  touchesPromise,
  wageWarning,
  type Actor,
  type Company,
  type SmallJob,
} from '#domain';
import { MoveLastDay } from '../agreement/move-last-day.js';
import { enlistCompanyPhone, giveUpAddresses, isReachedAt } from '../company/give-up-addresses.js';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { caseloadWarning } from '../contact/assign-contact.js';
import { HandOverContact } from '../contact/hand-over-contact.js';
import type { PostedSmallJob, SmallJobInput } from './post-small-job.js';
import { isUnattended } from '../posting/unattended.js';
import { positionOf } from './position-of.js';

type CanBeAbsent = 'endDate' | 'collectiveAgreement' | 'roomToGrowHours';

/** Null clears what can be absent; demands are merged. */
export type SmallJobChange = Partial<Omit<SmallJobInput, 'companyId' | 'demands' | CanBeAbsent>> &
  Partial<Pick<SmallJob, CanBeAbsent>> & { demands?: Partial<SmallJob['demands']> };

/**
 * Changes a small job. While an offer is open, or answered with a yes that no agreement is written for yet, its hours,
 * pay and place are a promise and stay. Another fixed contact is a handover, told to both sides; more seats than before
 * let a filled small job open again.
 */
export class ChangeSmallJob {
  static readonly needs = [Transactor, Secrets, HandOverContact, MoveLastDay] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
    private readonly handOver: HandOverContact,
    private readonly lastDay: MoveLastDay,
  ) {}

  async execute(smallJobId: string, change: SmallJobChange, actor: Actor): Promise<PostedSmallJob> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
      refuseOtherCompany(actor, before.companyId, 'small-job.not-found');
      refuseUnless(before.status !== 'closed', 'small-job.wrong-state', { from: 'closed' });
      const company = found(await unit.companies.find(before.companyId), 'company.not-found');
      const { fixedContactId, workplace, weeklyShifts, demands, ...fields } = change;
      const current = await unit.contacts.first({ smallJobId, endedAt: { isNull: true } });
      const contactId = fixedContactId ?? current?.staffId;
      const isOnDutyOtherwise = weeklyShifts !== undefined || contactId !== current?.staffId;
      const after: SmallJob = {
        ...before,
        ...(isOnDutyOtherwise && {
          withoutDuty: await isUnattended(
            unit,
            contactId,
            weeklyShifts?.map(withBreak) ?? before.weeklyShifts,
          ),
        }),
        ...fields,
        ...(workplace && { workplace: { ...workplace, position: positionOf(workplace, company) } }),
        ...(weeklyShifts && { weeklyShifts: weeklyShifts.map(withBreak) }),
        ...(demands && { demands: { ...before.demands, ...demands } }),
        ...(before.status === 'filled' &&
          (fields.positions ?? 0) > before.positions && {
            status: smallJobStates.move(before.status, 'open'),
          }),
      };
      checkStart(after.startDate, before.startDate, localDateOf(await unit.now()));
      checkSmallJob(after);
      if (touchesPromise(before, after)) {
        const promised = await promises(unit, smallJobId);
        refuseUnless(promised === 0, 'small-job.open-offer', { openOffers: promised });
      }
      await unit.smallJobs.update(after);
      await this.lastDay.within(unit, before, after);
      const warnings = [
        ...hoursWarning(after, (await unit.municipality()).settings.normalWeeklyHours),
        ...wageWarning(after, await unit.rates(after.startDate)),
      ];
      if (fixedContactId && fixedContactId !== current?.staffId) {
        const reason = current ? 'other' : 'first';
        await this.handOver.within(unit, smallJobId, { toId: fixedContactId, reason, note: null });
        const contact = found(await unit.staff.find(fixedContactId), 'staff.not-found');
        warnings.push(...(await caseloadWarning(unit, contact)));
      }
      if (after.status !== 'draft') await this.reachAt(unit, company, before, after);
      await unit.record({ type: 'SmallJobChanged', smallJobId }, actor);
      return { smallJob: after, fixedContactId: fixedContactId ?? current?.staffId ?? null, warnings };
    });
  }

  /** Another number answers for the company from now on, and the one of before no more, unless it has it elsewhere. */
  private async reachAt(
    unit: UnitOfWork,
    company: Company,
    before: SmallJob,
    after: SmallJob,
  ): Promise<void> {
    const { phone } = before.companyContact;
    if (after.companyContact.phone === phone) return;
    const contact = { ...after.companyContact, email: company.contact.email };
    if (!(await isReachedAt(unit, company, phone)))
      await giveUpAddresses(unit, this.secrets, { id: company.id, contact }, [phone]);
    await enlistCompanyPhone(unit, this.secrets, company.id, after.companyContact.phone);
  }
}

const withBreak = (shift: SmallJobInput['weeklyShifts'][number]): SmallJob['weeklyShifts'][number] => ({
  ...shift,
  breakMinutes: shift.breakMinutes ?? 0,
});

/** Offers that somebody may say yes to, or has, with nothing but the small job to say what it is about. */
async function promises(unit: UnitOfWork, smallJobId: string): Promise<number> {
  const state = { in: [...openOfferStates, 'accepted' as const] };
  const offers = await unit.offers.list({ smallJobId, state });
  const agreements = await unit.agreements.list({ offerId: { in: offers.map(({ id }) => id) } });
  const written = new Set(agreements.map(({ offerId }) => offerId));
  return offers.filter(({ id }) => !written.has(id)).length;
}
