import {
  isoWithOffset,
  matchStates,
  rejectReasons,
  withdrawReasons,
  type Actor,
  type Interest,
  type Match,
} from '#domain';
import { matchReasons, type MatchRecord } from '#use-cases';
import {
  flag,
  instant,
  int,
  list,
  listOf,
  nested,
  number,
  oneOf,
  phone,
  text,
  uuid,
} from '../../http/fields/index.js';
import { CitizenHoursBody } from '../citizens/citizen-parts.js';
import { ContactPersonResponse, toContactPerson } from '../contacts/contact-person.js';
import { isoOfText, isoOrNull } from '../shifts/instants-out.js';
import { ways } from './matches.requests.js';

const staffOnly = 'Kun for kommunen.';

export class MatchSmallJobResponse {
  @uuid() id!: string;
  @text({ max: 300, example: 'Fjerne tomme kasser' }) title!: string;
}

/** What a company sees of a person: only what the citizen has agreed to. */
export class PersonCardResponse {
  @text({ example: 'Solsort 214' }) pseudonym!: string;
  @list(text({ max: 2000, example: 'Jeg vil gerne bruge kroppen' })) wishes!: string[];
  @list(text({ max: 300, example: 'kan løfte op til 10 kg' })) abilities!: string[];
  @list(text({ max: 100, example: 'fixed-buddy' })) accommodations!: string[];
  @nested(CitizenHoursBody, { nullable: true }) hours!: CitizenHoursBody | null;
  @int({ min: 0, max: 5, example: 4, nullable: true }) danishLevel!: number | null;
}

export class MatchPersonResponse {
  @text({ example: 'Jonas Hansen' }) name!: string;
  @phone({ nullable: true, example: '+4530123456' }) phone!: string | null;
}

export class InterestResponse {
  @oneOf(['phone', 'in-person', 'sms', 'letter', 'link']) how!: string;
  @instant({ example: '2026-11-20T10:30:00+01:00' }) at!: string;
  @list(text({ max: 60, example: 'goals' })) fields!: string[];
  @flag({ nullable: true, example: false }) startWithoutMeeting!: boolean | null;
}

export class MatchReminderResponse {
  @instant() at!: string;
  @uuid() byStaffId!: string;
}

export class WithdrawalResponse {
  @oneOf(withdrawReasons, { example: 'job-changed' }) reason!: string;
  @uuid({ nullable: true, description: 'Null: borgeren sagde det selv.' }) byStaffId!: string | null;
  @oneOf(ways, { nullable: true, description: 'Hvordan borgeren sagde det til den, der skrev det ned.' })
  how!: string | null;
}

export class MatchResponse {
  @uuid() id!: string;
  @oneOf(matchStates.states, { example: 'proposed' }) state!: string;
  @text({ example: 'Solsort 214' }) pseudonym!: string;
  @nested(PersonCardResponse) card!: PersonCardResponse;
  @oneOf(['meet', 'direct'], { nullable: true }) start!: string | null;
  @uuid() smallJobId!: string;
  @nested(MatchSmallJobResponse) smallJob!: MatchSmallJobResponse;
  @nested(ContactPersonResponse, { nullable: true, description: 'Den, der svarer i dag.' })
  contact!: ContactPersonResponse | null;
  @nested(MatchPersonResponse, {
    nullable: true,
    description: 'For firmaet først efter borgerens ja til tilbuddet.',
  })
  person!: MatchPersonResponse | null;
  @list(oneOf(matchReasons), {
    description: 'Hvorfor netop denne person, så vidt borgeren er med på at nævne det.',
  })
  why!: string[];
  @flag({ description: 'Borgeren vil gerne starte uden at mødes først.' }) mayStartDirectly!: boolean;
  @text({ nullable: true, example: 'Ali Demir', description: 'Den, der svarede for firmaet.' })
  decidedBy!: string | null;
  @uuid({ optional: true, description: staffOnly }) citizenId?: string;
  @nested(InterestResponse, { optional: true, nullable: true, description: staffOnly })
  interest?: InterestResponse | null;
  @text({
    max: 2000,
    optional: true,
    nullable: true,
    example: 'Talte godt om lageret',
    description: staffOnly,
  })
  note?: string | null;
  @oneOf(rejectReasons, { optional: true, nullable: true, example: 'not-now', description: staffOnly })
  rejectReason?: string | null;
  @number({ min: 0, max: 10_000, example: 8200, optional: true, description: staffOnly }) score?: number;
  @text({ example: 'a1b2c3d4', optional: true, description: staffOnly }) ruleVersion?: string;
  @uuid({ optional: true, nullable: true, description: `Listen, borgeren blev valgt fra. ${staffOnly}` })
  rankingId?: string | null;
  @uuid({ optional: true, nullable: true, description: staffOnly }) proposedByStaffId?: string | null;
  @instant({ optional: true, description: staffOnly }) createdAt?: string;
  @instant({ optional: true, nullable: true, description: staffOnly }) proposedAt?: string | null;
  @instant({ optional: true, nullable: true, description: staffOnly }) decidedAt?: string | null;
  @instant({ optional: true, nullable: true, description: `Firmaet mindes om det. ${staffOnly}` })
  remindAt?: string | null;
  @instant({ optional: true, nullable: true, description: `Forslaget bortfalder. ${staffOnly}` })
  lapsesAt?: string | null;
  @listOf(MatchReminderResponse, { optional: true, description: `Firmaet er mindet om det. ${staffOnly}` })
  reminders?: MatchReminderResponse[];
  @nested(WithdrawalResponse, { optional: true, nullable: true, description: staffOnly })
  withdrawal?: WithdrawalResponse | null;
}

export class ConfirmedMatchResponse extends MatchResponse {
  @uuid({ description: 'Tilbuddet, der er sendt til borgeren.' }) offerId!: string;
}

export const toMatch = (record: MatchRecord, actor: Actor): MatchResponse => ({
  ...forCompany(record),
  ...(actor.role !== 'employer' && forMunicipality(record.match)),
});

function forCompany(record: MatchRecord): MatchResponse {
  const { match, smallJob, card, person, contact, why, mayStartDirectly } = record;
  const { pseudonym, wishes, abilities, accommodations, hours, danishLevel } = card;
  return {
    id: match.id,
    state: match.state,
    pseudonym: match.pseudonym,
    card: { pseudonym, wishes, abilities, accommodations, hours, danishLevel },
    start: match.start,
    smallJobId: smallJob.id,
    smallJob: { id: smallJob.id, title: smallJob.title },
    contact: toContactPerson(contact),
    person: person && { name: person.name, phone: person.phone },
    why,
    mayStartDirectly,
    decidedBy: match.decidedBy,
  };
}

const forMunicipality = (match: Match) => ({
  citizenId: match.citizenId,
  interest: match.interest && toInterest(match.interest),
  note: match.note,
  rejectReason: match.rejectReason,
  score: match.score,
  ruleVersion: match.ruleVersion,
  rankingId: match.rankingId,
  proposedByStaffId: match.proposedByStaffId,
  createdAt: isoWithOffset(match.createdAt),
  proposedAt: isoOrNull(match.proposedAt),
  decidedAt: isoOrNull(match.decidedAt),
  remindAt: isoOrNull(match.remindAt),
  lapsesAt: isoOrNull(match.lapsesAt),
  reminders: match.reminders.map(({ at, byStaffId }) => ({ at: isoOfText(at), byStaffId })),
  withdrawal: match.withdrawal && {
    reason: match.withdrawal.reason,
    byStaffId: match.withdrawal.byStaffId,
    how: match.withdrawal.how ?? null,
  },
});

const toInterest = ({ how, at, fields, startWithoutMeeting }: Interest): InterestResponse => ({
  how,
  at: isoOfText(at),
  fields,
  startWithoutMeeting,
});
