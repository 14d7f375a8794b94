import {
  addDays,
  bindingAt,
  canTakeBack,
  DomainError,
  instantInWords,
  isBefore,
  isOpen,
  localDateOf,
  nextContactTime,
  offerStates,
  refuseClosed,
  type Actor,
  type AnswerRecord,
  type AnswerWay,
  type Citizen,
  type DeclineReason,
  type Offer,
  type OfferAnswer,
  type SmallJob,
  type Staff,
  type Temporal,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, whoTakes } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { closeMatch } from './close-match.js';
import { endOfferTasks } from './end-offer-tasks.js';
import { offerReceipt } from './offer-receipt.js';
import { acceptedSeats, freeSeat } from './seats.js';
import { TellCompany } from './tell-company.js';

export interface AnswerInput {
  answer: OfferAnswer;
  how: AnswerWay;
  reason?: DeclineReason;
  /** The contact says that the company may hear of a yes at once. */
  tellCompanyNow?: boolean;
}

interface Scene {
  unit: UnitOfWork;
  offer: Offer;
  smallJob: SmallJob;
  citizen: Citizen;
  contact: Staff;
  now: Temporal.Instant;
  input: AnswerInput;
}

/**
 * One answer wins, however many arrive at once: the offer's row is locked and its state read again. JA takes
 * the job, NEJ frees the seat, BESØG asks for a visit first, RING leaves the offer open and makes a call task.
 */
export class AnswerOffer {
  static readonly needs = [Transactor, Ids, Correspondence, TellCompany] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
    private readonly tellCompany: TellCompany,
  ) {}

  async execute(offerId: string, input: AnswerInput, actor: Actor): Promise<Offer> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, offerId, input, actor),
    );
  }

  /** @throws offer.expired, offer.withdrawn, offer.already-answered, offer.too-late-to-change */
  async within(unit: UnitOfWork, offerId: string, input: AnswerInput, actor: Actor): Promise<Offer> {
    const peek = found(await unit.offers.find(offerId), 'offer.not-found');
    const smallJob = found(await unit.smallJobs.lock(peek.smallJobId), 'small-job.not-found');
    const offer = found(await unit.offers.lock(offerId), 'offer.not-found');
    const citizen = found(await unit.citizens.lock(offer.citizenId), 'citizen.not-found');
    const now = await unit.now();
    this.refuseLate(offer, input, now);
    const contact = await contactFor(unit, smallJob.id, now);
    const record: AnswerRecord = {
      answer: input.answer,
      how: input.how,
      at: now.toString(),
      byStaffId: actor.staffId ?? null,
      reason: input.reason ?? null,
    };
    const answered = { ...offer, answers: [...offer.answers, record] };
    const scene: Scene = { unit, offer: answered, smallJob, citizen, contact, now, input };
    if (input.how === 'sms' && citizen.phoneVerifiedAt === null) {
      await unit.citizens.update({ ...citizen, phoneVerifiedAt: now });
    }
    await endOfferTasks(unit, offerId, input, actor.staffId ?? null);
    if (input.answer === 'yes') return this.accept(scene);
    if (input.answer === 'no') return this.decline(scene);
    if (input.answer === 'visit') return this.visit(scene);
    return this.call(scene);
  }

  private refuseLate(offer: Offer, input: AnswerInput, now: Temporal.Instant): void {
    if (offer.state === 'accepted' && input.answer === 'no') {
      if (!canTakeBack(offer, now)) throw new DomainError('offer.too-late-to-change');
      return;
    }
    if (offer.state === 'accepted' && input.answer === 'call') return;
    refuseClosed(offer);
    if (offer.state === 'sent' && !isBefore(now, offer.expiresAt)) throw new DomainError('offer.expired');
  }

  private async accept(scene: Scene): Promise<Offer> {
    const { unit, smallJob, now, input } = scene;
    const { settings } = await unit.municipality();
    const today = localDateOf(now);
    const binding = bindingAt(now, settings.yesIsBindingAt, await unit.holidays(today, addDays(today, 30)));
    const offer: Offer = {
      ...scene.offer,
      state: offerStates.move(scene.offer.state, 'accepted'),
      acceptedAt: now,
      bindingAt: binding,
      remindAt: null,
    };
    await unit.offers.update(offer);
    if ((await acceptedSeats(unit, smallJob.id)) >= smallJob.positions && smallJob.status === 'open') {
      await unit.smallJobs.update({ ...smallJob, status: 'filled' });
    }
    await this.receipt({ ...scene, offer }, instantInWords(binding, scene.citizen.language));
    await unit.wake('offer.tell-company', offer.id, binding);
    await unit.record({ type: 'OfferAccepted', offerId: offer.id });
    return input.tellCompanyNow ? this.tellCompany.within(unit, offer.id) : offer;
  }

  private async decline(scene: Scene): Promise<Offer> {
    const { unit } = scene;
    const takenBack = scene.offer.state === 'accepted';
    const offer: Offer = {
      ...scene.offer,
      state: offerStates.move(scene.offer.state, 'declined'),
      remindAt: null,
      bindingAt: null,
    };
    await unit.offers.update(offer);
    await freeSeat(unit, offer);
    await closeMatch(unit, offer.matchId, 'withdrawn');
    if (scene.input.how !== 'page' || takenBack) await this.receipt({ ...scene, offer }, '');
    await this.tellCompany.ofNo(unit, offer);
    await unit.record({ type: 'OfferDeclined', offerId: offer.id });
    return offer;
  }

  private async visit(scene: Scene): Promise<Offer> {
    const { unit, smallJob, citizen, contact, now } = scene;
    const state =
      scene.offer.state === 'visiting' ? 'visiting' : offerStates.move(scene.offer.state, 'visiting');
    const offer: Offer = { ...scene.offer, state, remindAt: null };
    await unit.offers.update(offer);
    const about = { staffId: contact.id, citizenId: citizen.id, smallJobId: smallJob.id, offerId: offer.id };
    await openTask(unit, this.ids, { kind: 'visit-workplace', ...about, dueAt: now });
    await this.receipt({ ...scene, offer }, '');
    await unit.record({ type: 'VisitWished', offerId: offer.id });
    return offer;
  }

  private async call(asked: Scene): Promise<Offer> {
    const { unit, offer, smallJob, citizen } = asked;
    const contact = await whoTakes(unit, asked.contact, asked.now);
    const scene: Scene = { ...asked, contact };
    await unit.offers.update(offer);
    const dueAt = await this.callsAt(scene);
    const about = { staffId: contact.id, citizenId: citizen.id, smallJobId: smallJob.id, offerId: offer.id };
    await openTask(unit, this.ids, { kind: 'call-citizen', ...about, dueAt });
    await this.receipt(scene, '');
    await unit.record({ type: 'CallWished', citizenId: citizen.id });
    return offer;
  }

  /** A page is its own receipt, but for a yes, which can be taken back. */
  private async receipt(scene: Scene, changeUntil: string): Promise<void> {
    const { unit, offer, smallJob, citizen, contact, input } = scene;
    if (input.how === 'page' && input.answer !== 'yes' && offer.state !== 'declined') return;
    const calls = input.answer === 'call' ? instantInWords(await this.callsAt(scene), citizen.language) : '';
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      {
        ...offerReceipt({
          offer,
          smallJob,
          citizen,
          contact,
          answer: input.answer,
          occasion: `${input.answer}-${offer.answers.length}`,
          calls,
          changeUntil,
        }),
        ...(isOpen(offer) || offer.state === 'accepted' ? { question: 'offer' as const } : {}),
      },
      null,
    );
  }

  private async callsAt({ unit, contact, now }: Scene): Promise<Temporal.Instant> {
    const today = localDateOf(now);
    return nextContactTime(contact.contactHours, now, await unit.holidays(today, addDays(today, 21)));
  }
}
