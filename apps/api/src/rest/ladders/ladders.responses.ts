import { ladderNames, type LadderDefinition, type LadderName } from '#domain';
import type { LadderFile } from '#use-cases';
import { instant, int, nested, oneOf, text } from '../../http/fields/index.js';
import { isoOrNull } from '../shifts/instants-out.js';
import { LadderBody } from './ladders.requests.js';

export class NamedLadderResponse extends LadderBody {
  @oneOf(ladderNames) name!: LadderName;
}

export class LadderVersionResponse {
  @int({ min: 1, max: 1_000_000, example: 3 }) version!: number;
  @text({ nullable: true, example: 'Birgitte Lund', description: 'Null: kommunen begyndte med den.' })
  by!: string | null;
  @instant() at!: string;
  @int({
    min: 0,
    max: 1_000_000,
    example: 2,
    nullable: true,
    description: 'Den udgave, der blev taget tilbage; 0 er standarden.',
  })
  restoredVersion!: number | null;
  @nested(LadderBody) ladder!: LadderBody;
}

export const toLadderVersion = (row: LadderFile['versions'][number]): LadderVersionResponse => ({
  version: row.version,
  by: row.by,
  at: isoOrNull(row.changedAt)!,
  restoredVersion: row.restoredVersion,
  ladder: toLadder(row.definition),
});

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

/** What a step has not is left out, as PUT takes it. */
const toStep = ({ after, who, channel, message, hours, repeat }: LadderDefinition['steps'][number]) => ({
  after,
  who,
  channel,
  message,
  ...(hours && { hours: { from: hours.from, to: hours.to, otherwise: hours.otherwise } }),
  ...(repeat && { repeat: { every: repeat.every, times: repeat.times } }),
});

const toExpiry = ({ call, drive, other }: LadderDefinition['acknowledgeExpiresAfter']) => ({
  call,
  drive,
  other,
});
