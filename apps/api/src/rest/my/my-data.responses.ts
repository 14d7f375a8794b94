import { isoWithOffset, messageStates, taskKinds, type Actor } from '#domain';
import type { MyData, Seen } from '#use-cases';
import {
  flag,
  instant,
  int,
  list,
  listOf,
  localDate,
  nested,
  oneOf,
  slug,
  text,
} from '../../http/fields/index.js';
import { AgreementResponse, toAgreement } from '../agreements/agreements.responses.js';
import { CitizenResponse, toCitizen } from '../citizens/citizens.responses.js';
import { isoOfText, isoOrNull } from '../shifts/instants-out.js';
import { ShiftResponse, toShift } from '../shifts/shifts.responses.js';
import { taskTitles } from '../../http/sentences/task-titles.js';
import { MyOfferResponse, toMyOffer } from './my-jobs.responses.js';

export class SeenResponse {
  @localDate() day!: string;
  @text({ max: 300, example: 'Mette Holm' }) who!: string;
  @text({
    max: 300,
    nullable: true,
    example: 'Fagsystemets natkørsel',
    description: 'Nøglen, der blev brugt i den persons navn.',
  })
  apiKey!: string | null;
  @oneOf(['consultant', 'leader', 'company', 'citizen', 'system'], { example: 'consultant' }) role!: string;
  @text({ max: 300, example: 'citizen.show' }) purpose!: string;
  @int({ min: 1, max: 100_000, example: 2 }) times!: number;
}

export class SentMessageResponse {
  @slug({ example: 'shift-reminder' }) template!: string;
  @oneOf(['sms', 'email'], { example: 'sms' }) channel!: string;
  @oneOf(messageStates.states, { example: 'delivered' }) state!: string;
  @instant() at!: string;
}

export class TaskAboutMeResponse {
  @oneOf(taskKinds, { example: 'call-citizen' }) kind!: string;
  @text({ example: 'Ring til borgeren' }) title!: string;
  @instant() at!: string;
  @instant({ nullable: true }) doneAt!: string | null;
}

export class NoteAboutMeResponse {
  @instant() at!: string;
  @text({ example: 'Mette Holm' }) by!: string;
  @text({ example: 'Hvordan gik den første uge?' }) purpose!: string;
  @text({ max: 4000, multiline: true, example: 'Jonas møder kl. 9 i stedet for 8' }) agreed!: string;
  @localDate({ nullable: true }) followUpOn!: string | null;
}

export class MyDataResponse {
  @nested(CitizenResponse) citizen!: CitizenResponse;
  @text({ nullable: true, example: 'Mette Holm' }) broker!: string | null;
  @list(text({ example: 'Frugtlageret' }), { description: 'Firmaer, jeg ikke vil arbejde for.' })
  ruledOutCompanies!: string[];
  @listOf(MyOfferResponse) offers!: MyOfferResponse[];
  @listOf(AgreementResponse) agreements!: AgreementResponse[];
  @listOf(ShiftResponse) shifts!: ShiftResponse[];
  @listOf(SentMessageResponse) messages!: SentMessageResponse[];
  @listOf(TaskAboutMeResponse, { description: 'Noter læses sammen med kontaktpersonen.' })
  tasks!: TaskAboutMeResponse[];
  @listOf(NoteAboutMeResponse, { description: 'Det, der er skrevet ned om samtaler med mig.' })
  notes!: NoteAboutMeResponse[];
  @listOf(SeenResponse, { description: 'Hvem der har set mine oplysninger, det nyeste først.' })
  seen!: SeenResponse[];
  @flag({ description: 'False: der er flere linjer, end listen viser.' }) seenComplete!: boolean;
}

export function toMyData(data: MyData, actor: Actor): MyDataResponse {
  const { citizen, hasCpr, broker, ruledOutCompanies, seen, seenComplete } = data;
  return {
    // Whether there is a CPR number is told; the number itself is not even read.
    citizen: toCitizen({ ...citizen, cprSealed: hasCpr ? '' : null }, actor),
    broker,
    ruledOutCompanies,
    offers: data.offers.map(toMyOffer),
    agreements: data.agreements.map((agreement) => toAgreement({ agreement, person: null }, actor)),
    shifts: data.shifts.map((shift) => ({
      ...toShift({ shift, person: null, followUp: null }, actor),
      absence: shift.absence && { ...shift.absence, at: isoOfText(shift.absence.at) },
    })),
    messages: data.messages.map(({ template, channel, state, createdAt }) => ({
      template,
      channel,
      state,
      at: isoWithOffset(createdAt),
    })),
    tasks: data.tasks.map(({ kind, createdAt, doneAt }) => ({
      kind,
      title: taskTitles[kind],
      at: isoWithOffset(createdAt),
      doneAt: isoOrNull(doneAt),
    })),
    notes: data.notes.map(({ at, by, purpose, agreed, followUpOn }) => ({
      at: isoWithOffset(at),
      by,
      purpose,
      agreed,
      followUpOn,
    })),
    seen: seen.map(toSeen),
    seenComplete,
  };
}

const toSeen = ({ day, who, apiKey, role, purpose, times }: Seen): SeenResponse => ({
  day,
  who,
  apiKey,
  role,
  purpose,
  times,
});
