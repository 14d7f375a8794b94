import { ladderNames, type LadderDefinition, type LadderName } from '#domain';
import { oneOf } from '../../http/fields/index.js';
import { LadderBody } from './ladders.requests.js';

export class NamedLadderResponse extends LadderBody {
  @oneOf(ladderNames) name!: LadderName;
}

export const toLadder = (definition: LadderDefinition): LadderBody => ({
  trigger: toTrigger(definition.trigger),
  graceAfterStart: definition.graceAfterStart,
  steps: definition.steps.map(toStep),
  acknowledgeExpiresAfter: toExpiry(definition.acknowledgeExpiresAfter),
  quietHours: definition.quietHours && { from: definition.quietHours.from, to: definition.quietHours.to },
});

export const toNamedLadder = (name: LadderName, definition: LadderDefinition): NamedLadderResponse => ({
  name,
  ...toLadder(definition),
});

const toTrigger = ({ on, firstShifts, alwaysWhenClose }: LadderDefinition['trigger']) => ({
  on,
  firstShifts,
  alwaysWhenClose,
});

const toStep = ({ after, who, channel, message }: LadderDefinition['steps'][number]) => ({
  after,
  who,
  channel,
  message,
});

const toExpiry = ({ call, drive, other }: LadderDefinition['acknowledgeExpiresAfter']) => ({
  call,
  drive,
  other,
});
