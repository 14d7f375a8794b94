import {
  canTakeBack,
  isOpen,
  latestDeadline,
  type Actor,
  type Citizen,
  type Company,
  type Match,
  type Message,
  type Offer,
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

/** An offer as the municipality works on it: where it stands, what went out, and what can be done now. */
export interface OfferDesk {
  now: Temporal.Instant;
  offer: Offer;
  match: Match;
  smallJob: SmallJob;
  company: Company;
  citizen: Citizen;
  contact: Staff | null;
  /** What went out about it, the newest first. */
  messages: Message[];
  /** From when it can be sent again; null when it takes no answer any more. */
  mayResendAt: Temporal.Instant | null;
  /** The latest deadline that can be set; null when it takes no answer any more. */
  latestDeadline: Temporal.Instant | null;
  /** The yes can still become a no. */
  canTakeBack: boolean;
  agreementId: string | null;
  /** What was learnt when earlier agreements of the same small job ended, the newest first (R51). */
  learntBefore: string[];
  /** What somebody has to do about it, the first first. */
  tasks: Task[];
  /** Names of the staff who are named by id. */
  staff: ReadonlyMap<string, string>;
}

export class ShowOffer {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(offerId: string, actor: Actor): Promise<OfferDesk> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const offer = found(await unit.offers.find(offerId), 'offer.not-found');
      await logShown(unit, actor, [offer.citizenId], 'offer.show');
      return desk(unit, offer);
    });
  }
}

async function desk(unit: UnitOfWork, offer: Offer): Promise<OfferDesk> {
  const { id: offerId, smallJobId } = offer;
  const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
  const now = await unit.now();
  const { resendAfterMinutes } = (await unit.municipality()).settings.offer;
  const agreement = await unit.agreements.first({ offerId });
  const match = found(await unit.matches.find(offer.matchId), 'match.not-found');
  const staff = [...offer.answers, ...offer.extensions].map(({ byStaffId }) => byStaffId);
  return {
    now,
    offer,
    match,
    smallJob,
    company: found(await unit.companies.find(offer.companyId), 'company.not-found'),
    citizen: found(await unit.citizens.find(offer.citizenId), 'citizen.not-found'),
    contact: (await contactsOf(unit, [smallJobId]))(smallJobId).answersToday,
    messages: await unit.messages.list(
      { subjectId: offerId },
      { order: [{ by: 'createdAt', direction: 'desc' }] },
    ),
    mayResendAt: isOpen(offer) ? offer.lastSentAt.add({ minutes: resendAfterMinutes }) : null,
    latestDeadline: isOpen(offer) ? latestDeadline(now, smallJob.startDate) : null,
    canTakeBack: canTakeBack(offer, now),
    agreementId: agreement?.id ?? null,
    learntBefore: await learntBefore(unit, smallJobId),
    tasks: await unit.tasks.list({ offerId, doneAt: { isNull: true } }, { order: [{ by: 'dueAt' }] }),
    staff: await staffNames(unit, [...staff, match.withdrawal?.byStaffId ?? null]),
  };
}
