import type { DanishLevel, Degree, Weekday } from '#domain';
import {
  AddressFields,
  int,
  list,
  localTime,
  number,
  oneOf,
  partialOf,
  phone,
  position,
  text,
  weekday,
  type PositionFields,
} from '../../http/fields/index.js';

const degrees: readonly Degree[] = [0, 1, 2];
const DEGREE = '0 intet, 1 noget, 2 meget.';

export const degree = (example: Degree): PropertyDecorator =>
  oneOf(degrees, { example, description: DEGREE });

export const danishLevel = (example: DanishLevel): PropertyDecorator =>
  oneOf<DanishLevel>([0, 1, 2, 3, 4, 5], { example, description: '0 intet dansk, 5 flydende.' });

/** Conditions of the work, certificates, accommodations: short names that both sides use. */
export const names = (example: string, description?: string): PropertyDecorator =>
  list(text({ max: 100, example }), {
    max: 50,
    optional: true,
    description: description ?? 'Ingen, når intet er sagt.',
  });

export class WorkplaceBody extends AddressFields {
  @position({ optional: true, nullable: true, description: 'Uden: firmaets, eller byens midte.' })
  position?: PositionFields | null;
}

export class SmallJobShiftBody {
  @weekday() weekday!: Weekday;
  @localTime() start!: string;
  @localTime({ allow24: true, example: '12:00', description: 'Ikke efter start: næste dag.' }) end!: string;
  @int({ min: 0, max: 480, example: 30, optional: true }) breakMinutes?: number;
}

export class DemandsBody {
  @number({ min: 0, max: 200, example: 10 }) liftKg!: number;
  @degree(1) standing!: Degree;
  @degree(1) noise!: Degree;
  @degree(0) peopleContact!: Degree;
  @names('stairs', 'Forhold ved arbejdet, som stairs, cold, kneeling, alone, screen.') other: string[] = [];
}

export class ChangeDemandsBody extends partialOf(DemandsBody) {}

export class CompanyPersonBody {
  @text({ max: 200, example: 'Ali Demir' }) name!: string;
  @phone({ example: '+4575123456' }) phone!: string;
}
