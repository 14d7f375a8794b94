import { Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { int, listOf, localDate, nested, partialOf, text } from '../../http/fields/index.js';
import { ShapeError } from '../../http/shape-error.js';
import { DemandsBody } from '../small-jobs/small-job-parts.js';
import { changeable } from '../small-jobs/small-jobs.requests.js';

const WEEK_MINUTES = 10_080;

export class ObservationBody {
  @text({ max: 2000, multiline: true, example: 'Tomme kasser står i vejen for trucken' }) bottleneck!: string;
  @text({ max: 300, example: 'Truckføreren' }) whoIsHeldUp!: string;
  @int({ min: 1, max: WEEK_MINUTES, example: 720 }) minutesPerWeek!: number;
  @text({ max: 300, example: 'Fjerne tomme kasser' }) idea!: string;
}

export class PostVisitBody {
  @localDate({ example: '2026-11-20' }) on!: string;
  @listOf(ObservationBody, { max: 50 }) observations!: ObservationBody[];
}

/** What the draft is to say instead of what follows from the observation. */
export class DraftFromObservationBody extends partialOf(changeable) {
  @nested(DemandsBody, { optional: true }) demands?: DemandsBody;
}

const NOT_A_NUMBER = { da: 'skal være et nummer fra 0', en: 'must be a number from 0' };

/** Which observation of the visit: the place in its list, from 0. */
export function ObservationNumber(): ParameterDecorator {
  const read = {
    transform(value: string): number {
      if (!/^\d{1,4}$/.test(value)) throw new ShapeError([{ path: 'n', text: NOT_A_NUMBER }]);
      return Number(value);
    },
  };
  return (target, key, index) => {
    Param('n', read)(target, key, index);
    const method = Object.getOwnPropertyDescriptor(target, key!)!;
    ApiParam({ name: 'n', schema: { type: 'integer', minimum: 0, example: 0 } })(target, key!, method);
  };
}
