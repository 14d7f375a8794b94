import {
  followUpKinds,
  localDateOf,
  type Actor,
  type Agreement,
  type Citizen,
  type Company,
  type LocalDate,
  type Shift,
  type SmallJob,
  type Staff,
  type Task,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactsOf } from '../contact/contacts-of.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { staffNames } from './around.js';
import { learntBefore } from './learnt-before.js';

/** An agreement as the municipality works on it. */
export interface AgreementDesk {
  now: Temporal.Instant;
  today: LocalDate;
  agreement: Agreement;
  smallJob: SmallJob;
  company: Company;
  citizen: Citizen;
  contact: Staff | null;
  broker: Staff | null;
  /** The next ones that are planned, in order. */
  coming: Shift[];
  /** How many are planned from today on, and how many were before. */
  shifts: { ahead: number; behind: number };
  /** Follow-ups that are planned and that were held, the first first. */
  followUps: Task[];
  /** What was learnt when earlier agreements of the same small job ended, the newest first (R51). */
  learntBefore: string[];
  /** Names of the staff who are named by id. */
  staff: ReadonlyMap<string, string>;
}

/** So many of the coming shifts are shown at once. */
const COMING = 8;

export class ShowAgreement {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(agreementId: string, actor: Actor): Promise<AgreementDesk> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const agreement = found(await unit.agreements.find(agreementId), 'agreement.not-found');
      await logShown(unit, actor, [agreement.citizenId], 'agreement.show');
      return desk(unit, agreement);
    });
  }
}

async function desk(unit: UnitOfWork, agreement: Agreement): Promise<AgreementDesk> {
  const { id: agreementId, smallJobId, citizenId } = agreement;
  const now = await unit.now();
  const today = localDateOf(now);
  const ahead = { agreementId, state: 'planned', date: { from: today } } as const;
  const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
  const followUps = await unit.tasks.list(
    { citizenId, smallJobId, kind: { in: followUpKinds } },
    { order: [{ by: 'dueAt' }] },
  );
  const planned = await unit.shifts.count(ahead);
  const all = await unit.shifts.count({ agreementId, state: { notIn: ['cancelled'] } });
  return {
    now,
    today,
    agreement,
    smallJob: found(await unit.smallJobs.find(smallJobId), 'small-job.not-found'),
    company: found(await unit.companies.find(agreement.companyId), 'company.not-found'),
    citizen,
    contact: (await contactsOf(unit, [smallJobId]))(smallJobId).answersToday,
    broker: citizen.brokerId ? ((await unit.staff.find(citizen.brokerId)) ?? null) : null,
    coming: await unit.shifts.list(ahead, { order: [{ by: 'startsAt' }], limit: COMING }),
    shifts: { ahead: planned, behind: all - planned },
    followUps,
    learntBefore: await learntBefore(unit, smallJobId, agreementId),
    staff: await staffNames(
      unit,
      followUps.flatMap(({ staffId, doneByStaffId }) => [staffId, doneByStaffId]),
    ),
  };
}
