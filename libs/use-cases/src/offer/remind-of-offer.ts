import { firstName, instantInWords, isBefore } from '#domain';
import { Transactor } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';

/** One reminder, with the link again: a reminder without a link does not help who lost the first. */
export class RemindOfOffer {
  static readonly needs = [Transactor, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(municipalityId: string, offerId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const offer = await unit.offers.lock(offerId);
      const now = await unit.now();
      if (offer?.state !== 'sent' || offer.remindAt === null) return;
      if (isBefore(now, offer.remindAt) || !isBefore(now, offer.expiresAt)) return;
      await unit.offers.update({ ...offer, remindAt: null });
      const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'small-job.not-found');
      const citizen = found(await unit.citizens.find(offer.citizenId), 'citizen.not-found');
      const contact = await contactFor(unit, smallJob.id, now);
      await this.correspondence.toCitizen(
        unit,
        citizen,
        contact,
        {
          template: 'offer-reminder',
          data: {
            firstName: firstName(citizen),
            ...contactInWords(contact),
            title: smallJob.title,
            answerBefore: instantInWords(offer.expiresAt, citizen.language),
          },
          question: 'offer',
          subjectId: offerId,
          linkPurpose: 'offer',
        },
        { kind: 'remind-offer', offerId, smallJobId: smallJob.id },
      );
    });
  }
}
