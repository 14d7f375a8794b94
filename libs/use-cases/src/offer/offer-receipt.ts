import { firstName, type Citizen, type MessageData, type Offer, type SmallJob, type Staff } from '#domain';
import { contactInWords } from '../contact/who-answers.js';
import type { Letter } from '../message/correspondence.js';

/** What a citizen has just said, on its way back as it was understood. */
interface Said {
  offer: Offer;
  smallJob: SmallJob;
  citizen: Citizen;
  contact: Staff;
  answer: MessageData['offer-receipt']['answer'];
  /** Tells answers to the same offer apart: a receipt goes out once for each. */
  occasion: string;
  /** In words, when they are so: when somebody calls, and until when a yes can be taken back. */
  calls?: string;
  changeUntil?: string;
}

/** The receipt for an answer to an offer, however it was given and whoever wrote it down. */
export const offerReceipt = ({
  offer,
  smallJob,
  citizen,
  contact,
  answer,
  occasion,
  calls = '',
  changeUntil = '',
}: Said): Letter<'offer-receipt'> => ({
  template: 'offer-receipt',
  data: {
    firstName: firstName(citizen),
    ...contactInWords(contact),
    answer,
    title: smallJob.title,
    calls,
    changeUntil,
  },
  subjectId: offer.id,
  occasion,
});
