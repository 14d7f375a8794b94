import {
  acknowledgeActions,
  escalationOutcomes,
  escalationStates,
  type AcknowledgeAction,
  type EscalationOutcome,
  type EscalationState,
} from '#domain';
import { flag, instant, oneOf, text, uuid } from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';

export class EscalationsQuery extends PageQuery {
  @oneOf(escalationStates.states, {
    optional: true,
    example: 'open',
    description: '`open` er alt, der ikke er lukket.',
  })
  state?: EscalationState;
  @uuid({ optional: true }) shiftId?: string;
}

export class AcknowledgeBody {
  @oneOf(acknowledgeActions, { example: 'call', description: 'Jeg ringer, jeg kører, andet.' })
  action!: AcknowledgeAction;
  @flag({
    optional: true,
    example: false,
    description:
      'Har en kollega sagen, bliver den der: svaret er `escalation.taken` med hvem og til hvornår. Med `true` overtages den.',
  })
  takeOver?: boolean;
}

export class SnoozeBody {
  @instant({ example: '2026-11-30T10:00:00+01:00', description: 'Højst et døgn frem.' }) until!: string;
}

export class ResolveBody {
  @oneOf(escalationOutcomes, { example: 'overslept' }) outcome!: EscalationOutcome;
  @text({ max: 2000, multiline: true, optional: true, example: 'Vækkeuret var slukket' }) note?: string;
  @text({
    max: 2000,
    multiline: true,
    optional: true,
    example: 'Mette ringer kl. 7 de næste tre gange',
    description: 'Aftale til næste gang.',
  })
  nextTime?: string;
}
