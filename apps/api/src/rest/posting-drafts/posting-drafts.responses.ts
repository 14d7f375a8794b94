import { isoWithOffset, postingSteps, type PostingAnswers } from '#domain';
import type { ShownPostingDraft } from '#use-cases';
import { flag, instant, int, listOf, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { toPosition } from '../companies/companies.responses.js';
import { PostingAnswersBody } from './posting-drafts.requests.js';

export class PostingAnswersResponse extends PostingAnswersBody {}

export class MissingAnswerResponse {
  @text({ example: 'fixedContactId' }) field!: string;
  @oneOf(postingSteps, { example: 'people' }) step!: string;
}

export class PostingDraftResponse {
  @uuid() id!: string;
  @uuid() companyId!: string;
  @text({ max: 300, example: 'Ali Demir', description: 'Hvem der begyndte.' }) startedBy!: string;
  @nested(PostingAnswersResponse, { description: 'Det, der er svaret indtil nu.' })
  answers!: PostingAnswersResponse;
  @int({ min: 1, max: 1_000_000, example: 3 }) version!: number;
  @listOf(MissingAnswerResponse, { description: 'Det, der mangler, før den kan slås op.' })
  missing!: MissingAnswerResponse[];
  @oneOf(postingSteps, { example: 'week' }) nextStep!: string;
  @uuid({ nullable: true, description: 'Småjobbet, den er blevet til.' }) smallJobId!: string | null;
  @instant() createdAt!: string;
  @instant() updatedAt!: string;
}

export class SavedPostingDraftResponse extends PostingDraftResponse {
  @flag({ example: false, description: 'Nogen havde gemt, efter at siden blev åbnet. Det nyeste gælder.' })
  overtook!: boolean;
}

export class MailedDraftResponse {
  @text({ max: 254, example: 'ali@frugtlageret.example' }) to!: string;
}

export const toPostingDraft = ({ draft, missing, nextStep }: ShownPostingDraft): PostingDraftResponse => ({
  id: draft.id,
  companyId: draft.companyId,
  startedBy: draft.startedBy,
  answers: toAnswers(draft.answers),
  version: draft.version,
  missing: missing.map(({ field, step }) => ({ field, step })),
  nextStep,
  smallJobId: draft.smallJobId,
  createdAt: isoWithOffset(draft.createdAt),
  updatedAt: isoWithOffset(draft.updatedAt),
});

/** Field by field, so that a new one never leaks. */
function toAnswers(answers: PostingAnswers): PostingAnswersResponse {
  const { workplace, weeklyShifts, demands, companyContact } = answers;
  return {
    sentence: answers.sentence,
    title: answers.title,
    category: answers.category,
    description: answers.description,
    workplace: workplace && {
      street: workplace.street,
      postcode: workplace.postcode,
      town: workplace.town,
      ...(workplace.position && { position: toPosition(workplace.position) }),
    },
    weeklyShifts: weeklyShifts?.map(({ weekday, start, end, breakMinutes }) => ({
      weekday,
      start,
      end,
      breakMinutes,
    })),
    week: answers.week && {
      weekdays: answers.week.weekdays,
      start: answers.week.start,
      end: answers.week.end,
    },
    startFlexibilityMinutes: answers.startFlexibilityMinutes,
    startDate: answers.startDate,
    endDate: answers.endDate,
    hourlyWageOre: answers.hourlyWageOre,
    collectiveAgreement: answers.collectiveAgreement,
    demands: demands && {
      liftKg: demands.liftKg,
      standing: demands.standing,
      noise: demands.noise,
      peopleContact: demands.peopleContact,
      other: demands.other,
    },
    danishLevel: answers.danishLevel,
    certificates: answers.certificates,
    accommodationsOffered: answers.accommodationsOffered,
    positions: answers.positions,
    roomToGrowHours: answers.roomToGrowHours,
    companyContact: companyContact && { name: companyContact.name, phone: companyContact.phone },
    fixedContactId: answers.fixedContactId,
  };
}
