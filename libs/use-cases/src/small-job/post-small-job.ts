import {
  checkSmallJob,
  hoursWarning,
  wageWarning,
  type Actor,
  type Address,
  type LocalDate,
  type PostingWarning,
  type Position,
  type SmallJob,
  type WeeklyShift,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { assignContact, caseloadWarning } from '../contact/assign-contact.js';
import { positionOf } from './position-of.js';

export interface SmallJobInput extends Omit<
  SmallJob,
  | 'id'
  | 'municipalityId'
  | 'workplace'
  | 'weeklyShifts'
  | 'endDate'
  | 'collectiveAgreement'
  | 'roomToGrowHours'
  | 'seatsTaken'
  | 'status'
  | 'closeReason'
  | 'ownerAskedAt'
  | 'createdAt'
  | 'withoutDuty'
> {
  workplace: Address & { position?: Position };
  weeklyShifts: (Omit<WeeklyShift, 'breakMinutes'> & { breakMinutes?: number })[];
  endDate?: LocalDate;
  collectiveAgreement?: string;
  roomToGrowHours?: number;
  withoutDuty?: boolean;
  /** Never defaulted: somebody decides who answers the phone. */
  fixedContactId?: string;
}

export interface PostedSmallJob {
  smallJob: SmallJob;
  fixedContactId: string | null;
  warnings: PostingWarning[];
}

/** A task becomes a draft. Nothing is promised to anybody before it is published. */
export class PostSmallJob {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(input: SmallJobInput, actor: Actor): Promise<PostedSmallJob> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => this.within(unit, input, actor));
  }

  async within(unit: UnitOfWork, input: SmallJobInput, actor: Actor): Promise<PostedSmallJob> {
    refuseOtherCompany(actor, input.companyId, 'company.not-found');
    const company = found(await unit.companies.find(input.companyId), 'company.not-found');
    const { fixedContactId, ...fields } = input;
    const smallJob: SmallJob = {
      ...fields,
      id: this.ids.next(),
      municipalityId: actor.municipalityId,
      workplace: { ...input.workplace, position: positionOf(input.workplace, company) },
      weeklyShifts: input.weeklyShifts.map((shift) => ({ ...shift, breakMinutes: shift.breakMinutes ?? 0 })),
      endDate: input.endDate ?? null,
      collectiveAgreement: input.collectiveAgreement ?? null,
      roomToGrowHours: input.roomToGrowHours ?? null,
      withoutDuty: input.withoutDuty ?? false,
      seatsTaken: 0,
      status: 'draft',
      closeReason: null,
      ownerAskedAt: null,
      createdAt: await unit.now(),
    };
    checkSmallJob(smallJob);
    await unit.smallJobs.insert(smallJob);
    const warnings = [
      ...hoursWarning(smallJob, (await unit.municipality()).settings.normalWeeklyHours),
      ...wageWarning(smallJob, await unit.rates(smallJob.startDate)),
    ];
    if (fixedContactId) {
      const contact = await assignContact(unit, this.ids, {
        smallJobId: smallJob.id,
        staffId: fixedContactId,
        reason: 'first',
        note: null,
      });
      warnings.push(...(await caseloadWarning(unit, contact)));
    }
    await unit.record({ type: 'SmallJobPosted', smallJobId: smallJob.id }, actor);
    return { smallJob, fixedContactId: fixedContactId ?? null, warnings };
  }
}
