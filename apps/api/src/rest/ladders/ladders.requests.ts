import { ladderMessages, stepTargets, type LadderMessage, type StepChannel, type StepTarget } from '#domain';
import { duration, flag, int, listOf, localTime, nested, oneOf, slug } from '../../http/fields/index.js';

export class LadderTriggerBody {
  @oneOf(['no-evidence', 'said-not-here'], {
    example: 'said-not-here',
    description: 'Hører til trappens navn.',
  })
  on!: 'no-evidence' | 'said-not-here';
  @int({ min: 0, max: 1000, example: 6, description: 'Alle trin for aftalens første så mange vagter.' })
  firstShifts!: number;
  @flag({ description: 'Alle trin, altid, for den, der har valgt tæt kontakt.' }) alwaysWhenClose!: boolean;
}

export class StepHoursBody {
  @localTime({ example: '07:00' }) from!: string;
  @localTime({ example: '21:00' }) to!: string;
  @oneOf(['duty', 'list'], {
    example: 'duty',
    description: 'Hvem trinnet går til uden for tidsrummet: den på vagt eller teamets liste.',
  })
  otherwise!: 'duty' | 'list';
}

export class StepRepeatBody {
  @duration({ example: 'PT5M', description: 'Så længe mellem to gange.' }) every!: string;
  @int({ min: 2, max: 10, example: 3, description: 'Så mange gange i alt, hvis ingen tager sagen.' })
  times!: number;
}

export class LadderStepBody {
  @duration({ example: 'PT10M', description: 'Så længe efter, at trappen er begyndt.' }) after!: string;
  @oneOf(stepTargets, { example: 'contact' }) who!: StepTarget;
  /** Any word is read: one that reaches nobody is refused by the rule, as one that does not suit the receiver. */
  @slug({
    example: 'sms',
    description: '`sms`, `email` eller `task`; når kanalen ikke modtageren, er det 422.',
  })
  channel!: StepChannel;
  @oneOf(ladderMessages, { example: 'not-here-contact' }) message!: LadderMessage;
  @nested(StepHoursBody, {
    optional: true,
    description: 'Trinnet tages kun sådan i det tidsrum; kun for trin til medarbejdere. Udeladt: altid.',
  })
  hours?: StepHoursBody;
  @nested(StepRepeatBody, {
    optional: true,
    description:
      'Trinnet siges igen, til nogen tager sagen; kun sms og mail til medarbejdere, inden for to timer.',
  })
  repeat?: StepRepeatBody;
}

export class AcknowledgeExpiryBody {
  @duration({ example: 'PT30M' }) call!: string;
  @duration({ example: 'PT2H' }) drive!: string;
  @duration({ example: 'PT30M' }) other!: string;
}

export class LadderQuietHoursBody {
  @localTime({ example: '20:00' }) from!: string;
  @localTime({ example: '07:00' }) to!: string;
}

/** What PUT takes and GET gives, to the letter. */
export class LadderBody {
  @nested(LadderTriggerBody) trigger!: LadderTriggerBody;
  @duration({ example: 'PT15M' }) graceAfterStart!: string;
  @listOf(LadderStepBody, { max: 50 }) steps!: LadderStepBody[];
  @nested(AcknowledgeExpiryBody, { description: 'Så længe holder Jeg ringer, Jeg kører og andet.' })
  acknowledgeExpiresAfter!: AcknowledgeExpiryBody;
  @nested(LadderQuietHoursBody, { nullable: true, description: 'Null: trappen går, når vagter går.' })
  quietHours!: LadderQuietHoursBody | null;
}
