import {
  agreementStates,
  dayInWords,
  DomainError,
  firstName,
  hasAllSignatures,
  instantOf,
  isStaff,
  linkEndsAt,
  oneLine,
  refuseUnless,
  timeInWords,
  weekInWords,
  type Actor,
  type Agreement,
  type Citizen,
  type Language,
  type Party,
  type SmallJob,
  type Staff,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { assignContact } from '../contact/assign-contact.js';
import { contactFor, contactInWords, fixedContactOf } from '../contact/who-answers.js';
import { orTellCompanyByHand } from '../message/company-by-hand.js';
import { Correspondence } from '../message/correspondence.js';
import { PlanShifts } from '../shift/plan-shifts.js';
import { openTask } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';

/** Each party signs; a consultant may record anybody's signature, shown as on behalf. The third one starts it. */
export class SignAgreement {
  static readonly needs = [Transactor, Ids, PlanShifts, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly planShifts: PlanShifts,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(agreementId: string, party: Party, actor: Actor): Promise<Agreement> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = found(await unit.agreements.lock(agreementId), 'agreement.not-found');
      refuseOtherCompany(actor, before.companyId, 'agreement.not-found');
      refuseUnless(isStaff(actor) || actor.role === party, 'agreement.sign-for-other', { party });
      refuseUnless(before.state === 'draft', 'agreement.wrong-state', { from: before.state });
      if (before.signatures.some((signature) => signature.party === party)) {
        throw new DomainError('agreement.already-signed', { party });
      }
      const now = await unit.now();
      const onBehalf = isStaff(actor) && party !== 'municipality';
      const signature = { party, at: now.toString(), byName: actor.name, onBehalf };
      const agreement: Agreement = { ...before, signatures: [...before.signatures, signature] };
      if (!hasAllSignatures(agreement)) {
        await unit.agreements.update(agreement);
        return agreement;
      }
      const signed: Agreement = {
        ...agreement,
        state: agreementStates.move('draft', 'signed'),
        signedAt: now,
      };
      await unit.agreements.update(signed);
      return this.begin(unit, signed);
    });
  }

  private async begin(unit: UnitOfWork, agreement: Agreement): Promise<Agreement> {
    const citizen = found(await unit.citizens.find(agreement.citizenId), 'citizen.not-found');
    const smallJob = found(await unit.smallJobs.lock(agreement.smallJobId), 'small-job.not-found');
    await this.brokerTakesOver(unit, agreement, citizen);
    const planned = await this.planShifts.within(unit, agreement, 'refuse-overlap');
    const contact = await contactFor(unit, smallJob.id, await unit.now());
    await this.tellBoth(unit, planned, citizen, smallJob, contact);
    if (agreement.firstDay) {
      const { meet, where, at } = agreement.firstDay;
      await openTask(unit, this.ids, {
        kind: 'first-day',
        staffId: contact.id,
        citizenId: citizen.id,
        smallJobId: smallJob.id,
        note: `${meetInWords[meet]} ${where} kl. ${timeInWords(at)}`,
        dueAt: instantOf(agreement.startDate, at),
      });
    }
    if (smallJob.endDate !== null) await unit.wake('agreement.watch-last-day', agreement.id);
    await unit.record({ type: 'AgreementSigned', agreementId: agreement.id });
    return planned;
  }

  /** One person for both sides: the broker becomes the fixed contact unless others already work there (practice). */
  private async brokerTakesOver(unit: UnitOfWork, agreement: Agreement, citizen: Citizen): Promise<void> {
    const broker = citizen.brokerId ? await unit.staff.find(citizen.brokerId) : undefined;
    const contact = await fixedContactOf(unit, agreement.smallJobId);
    if (!broker?.active || broker.phone === null || broker.id === contact?.id) return;
    const others = await unit.agreements.count({ smallJobId: agreement.smallJobId, state: 'signed' });
    if (others > 1) return;
    await assignContact(unit, this.ids, {
      smallJobId: agreement.smallJobId,
      staffId: broker.id,
      reason: 'broker-takes-over',
      note: null,
    });
  }

  private async tellBoth(
    unit: UnitOfWork,
    agreement: Agreement,
    citizen: Citizen,
    smallJob: SmallJob,
    contact: Staff,
  ): Promise<void> {
    const company = found(await unit.companies.find(agreement.companyId), 'company.not-found');
    const week = (language: Language) =>
      weekInWords([...(agreement.hours[0]?.paid ?? []), ...agreement.unpaid], language);
    const [first] = await unit.shifts.list(
      { agreementId: agreement.id },
      { order: [{ by: 'startsAt' }], limit: 1 },
    );
    const startDay = (language: Language) => dayInWords(first?.date ?? agreement.startDate, language);
    const { language } = citizen;
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      {
        template: 'agreement',
        data: {
          firstName: firstName(citizen),
          ...contactInWords(contact),
          title: smallJob.title,
          startDay: startDay(language),
          when: week(language),
          where: oneLine(smallJob.workplace),
          callAgreement: agreement.callAgreement ?? '',
          firstDay: agreement.firstDay ? firstDayInWords(agreement.firstDay, language) : '',
        },
        subjectId: agreement.id,
        ...(first && {
          linkPurpose: 'shift' as const,
          linkTo: { subjectId: first.id, endsAt: linkEndsAt(first) },
        }),
      },
      { kind: 'tell-citizen', smallJobId: smallJob.id, note: 'Aftalen er underskrevet' },
    );
    const written = await this.correspondence.toCompany(unit, company, {
      template: 'agreement-company',
      data: {
        companyContact: firstName(company.contact),
        ...contactInWords(contact),
        title: smallJob.title,
        person: firstName(citizen),
        startDay: startDay('da'),
        when: week('da'),
      },
      subjectId: agreement.id,
    });
    const byHand = { citizenId: citizen.id, smallJobId: smallJob.id, note: 'Aftalen er underskrevet' };
    await orTellCompanyByHand(unit, this.ids, written, contact, byHand);
  }
}

const meetInWords = {
  home: 'Mød hjemme:',
  stop: 'Mød ved stoppestedet:',
  workplace: 'Mød på arbejdspladsen:',
} as const;

const firstDayInWords = ({ where, at }: { where: string; at: string }, language: Language): string =>
  language === 'da' ? `${where} kl. ${timeInWords(at)}` : `${where} at ${timeInWords(at)}`;
