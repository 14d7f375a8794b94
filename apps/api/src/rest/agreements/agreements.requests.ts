import {
  agreementStates,
  followUpKinds,
  parties,
  type AgreementState,
  type FollowUpKind,
  type Party,
  type Weekday,
} from '#domain';
import {
  flag,
  int,
  list,
  listOf,
  localDate,
  localTime,
  nested,
  oneOf,
  text,
  uuid,
  weekday,
} from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';

const MOST_SLOTS = 30;
const LONGEST_BREAK = 480;

export class PaidSlotBody {
  @weekday() weekday!: Weekday;
  @localTime() start!: string;
  @localTime({ allow24: true, example: '12:00' }) end!: string;
  @int({
    min: 0,
    max: LONGEST_BREAK,
    example: 15,
    optional: true,
    description: 'Ulønnet pause; 0, når intet er sagt.',
  })
  breakMinutes?: number;
}

export class UnpaidSlotBody {
  @weekday({ example: 2 }) weekday!: Weekday;
  @localTime({ example: '09:00' }) start!: string;
  @localTime({ allow24: true, example: '11:00' }) end!: string;
  @text({
    max: 200,
    example: 'Følge med på truckkørsel',
    description: 'Aldrig en opgave, der også er lønnet.',
  })
  task!: string;
}

export class FirstDayBody {
  @oneOf(['home', 'stop', 'workplace'], { example: 'workplace' }) meet!: 'home' | 'stop' | 'workplace';
  @text({ max: 200, example: 'Porten på Havnegade 12' }) where!: string;
  @localTime({ example: '07:50' }) at!: string;
}

/** What is agreed; of a draft that says something else, all of it again. */
export class ReviseAgreementBody {
  @localDate({ example: '2026-12-07' }) startDate!: string;
  @listOf(PaidSlotBody, { max: MOST_SLOTS }) paid!: PaidSlotBody[];
  @listOf(UnpaidSlotBody, { max: MOST_SLOTS, optional: true }) unpaid: UnpaidSlotBody[] = [];
  @list(text({ max: 500, example: 'Ali viser rundt den første dag' }), { max: 30, optional: true })
  expectations: string[] = [];
  @text({
    max: 500,
    multiline: true,
    optional: true,
    example: 'Ring til mig kl. 7, hvis det er glat',
    description: 'Ring-aftalen med borgerens egne ord; står i påmindelsen.',
  })
  callAgreement?: string;
  @nested(FirstDayBody, { optional: true }) firstDay?: FirstDayBody;
  @localDate({
    example: '2026-12-07',
    optional: true,
    description: 'Lønnede timer fra denne dag; ellers fra starten.',
  })
  paidFrom?: string;
}

export class DrawUpAgreementBody extends ReviseAgreementBody {
  @uuid({ description: 'Tilbuddet, som borgeren har sagt ja til.' }) offerId!: string;
}

export class FollowUpBody {
  @localDate({ example: '2026-12-14', optional: true, description: 'Med `usual` følger dagene af aftalen.' })
  on?: string;
  @oneOf(followUpKinds, { optional: true }) kind: FollowUpKind = 'follow-up';
  @text({ max: 500, optional: true, example: 'Spørg, hvordan det går med bussen' }) note?: string;
  @flag({
    optional: true,
    example: false,
    description: 'Den sædvanlige plan: efter en uge, efter fire, og efter tolv om flere timer.',
  })
  usual?: boolean;
}

export class SignAgreementBody {
  @oneOf(parties, { example: 'citizen' }) party!: Party;
}

export class ChangeHoursBody {
  @localDate({ example: '2027-01-04' }) from!: string;
  @listOf(PaidSlotBody, { max: MOST_SLOTS }) weeklyShifts!: PaidSlotBody[];
}

export class EndAgreementBody {
  @text({
    max: 200,
    example: 'more-hours-elsewhere',
    description:
      'Gerne en af: citizen-wished, company-wished, task-ended, more-hours-elsewhere, health-of-the-match, other.',
  })
  reason!: string;
  @text({
    max: 2000,
    multiline: true,
    optional: true,
    example: 'En fast makker gjorde forskellen',
    description: 'Hvad vi lærte; ses ved næste match, aldrig af firmaet.',
  })
  learnt?: string;
  @list(oneOf(['citizen', 'company'], { example: 'citizen' }), {
    max: 2,
    optional: true,
    description: 'Hvem der har hørt det af et menneske. For de andre får kontaktpersonen en opgave.',
  })
  told?: ('citizen' | 'company')[];
}

export class AgreementsQuery extends PageQuery {
  @uuid({ optional: true }) smallJobId?: string;
  @uuid({ optional: true }) citizenId?: string;
  @oneOf(agreementStates.states, { optional: true, example: 'signed' }) state?: AgreementState;
}
