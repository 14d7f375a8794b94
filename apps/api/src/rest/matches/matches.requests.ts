import {
  matchStates,
  rejectReasons,
  withdrawReasons,
  type InterestWay,
  type MatchState,
  type RejectReason,
  type WithdrawReason,
} from '#domain';
import { flag, instant, list, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';

/** How somebody at the municipality can have been told; a link is answered by the citizen. */
export type WayHeard = Exclude<InterestWay, 'link'>;
export const ways: readonly WayHeard[] = ['phone', 'in-person', 'sms', 'letter'];

export class InterestBody {
  @oneOf(ways) how!: InterestWay;
  @instant({
    example: '2026-11-20T10:30:00+01:00',
    description: 'Hvornår borgeren sagde det; ikke i fremtiden.',
  })
  at!: string;
  @list(text({ max: 60, example: 'goals' }), {
    max: 30,
    example: ['goals', 'wishes', 'abilities', 'hours'],
    description:
      'Det, firmaet må se: goals, wishes, abilities, accommodations, hours, danishLevel, certificates, dream. Andre navne viser intet.',
  })
  fields!: string[];
  @flag({ optional: true, example: false, description: 'Borgeren vil gerne starte uden at mødes først.' })
  startWithoutMeeting?: boolean;
}

export class ProposeMatchBody {
  @uuid() smallJobId!: string;
  @uuid({ example: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c' }) citizenId!: string;
  @nested(InterestBody, {
    optional: true,
    nullable: true,
    description: 'Uden spørges borgeren først, og firmaet ser intet.',
  })
  interest?: InterestBody | null;
  @text({ max: 2000, multiline: true, optional: true, nullable: true, example: 'Talte godt om lageret' })
  note?: string | null;
  @flag({
    optional: true,
    example: true,
    description: 'Afvis, hvis borgeren allerede er spurgt, foreslået eller har et tilbud et andet sted.',
  })
  onlyIfFree?: boolean;
  @flag({ optional: true, example: true, description: 'Afvis, hvis borgeren er en kollegas.' })
  onlyOwn?: boolean;
}

export class ConfirmMatchBody {
  @oneOf(['meet', 'direct'], { optional: true, description: 'Mødes først er det normale.' })
  start: 'meet' | 'direct' = 'meet';
}

export class RejectMatchBody {
  @oneOf(rejectReasons, { example: 'not-now' }) reason!: RejectReason;
}

export class WithdrawMatchBody {
  @oneOf(withdrawReasons, { optional: true, nullable: true, example: 'job-changed' })
  reason?: WithdrawReason | null;
  @oneOf(ways, {
    optional: true,
    nullable: true,
    description: 'Når borgeren ønskede det: hvordan det blev sagt. Sagt højt giver det en kvittering.',
  })
  how?: WayHeard | null;
}

export class MatchQuery extends PageQuery {
  @oneOf(matchStates.states, { optional: true, example: 'proposed' }) state?: MatchState;
  @uuid({ optional: true }) smallJobId?: string;
  @uuid({ optional: true, description: 'Kun for kommunen.' }) citizenId?: string;
}
