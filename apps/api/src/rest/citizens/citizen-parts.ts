import type { Degree, Weekday } from '#domain';
import { int, localTime, number, partialOf, slug, text, weekday } from '../../http/fields/index.js';
import { degree, names } from '../small-jobs/small-job-parts.js';

const WEEK_HOURS = 168;

export class JobGoalBody {
  @slug({ example: 'lager', description: 'En kategori fra /categories.' }) category!: string;
  @int({ min: 1, max: 100, example: 1, description: '1 er det mest ønskede.' }) rank!: number;
  @text({ min: 0, max: 1000, multiline: true, example: 'Jeg vil gerne bruge kroppen' }) ownWords!: string;
}

export class CitizenHoursBody {
  @number({ min: 0, max: WEEK_HOURS, example: 5 }) min!: number;
  @number({ min: 0, max: WEEK_HOURS, example: 15 }) max!: number;
  @number({ min: 0, max: WEEK_HOURS, example: 12 }) wish!: number;
}

export class ChangeCitizenHoursBody extends partialOf(CitizenHoursBody) {}

export class TimeWindowBody {
  @weekday() weekday!: Weekday;
  @localTime({ example: '07:00' }) from!: string;
  @localTime({ allow24: true, example: '16:00', description: 'Ikke efter start: næste dag.' }) to!: string;
}

const minutes = (example: number): PropertyDecorator =>
  int({ min: 0, max: 1440, example, optional: true, description: 'Minutter; ikke sagt: bruges ikke.' });

/** Minutes the citizen will travel by each mode. */
export class ReachBody {
  @minutes(20) walk?: number;
  @minutes(30) bike?: number;
  @minutes(45) bus?: number;
  @minutes(30) car?: number;
}

const minutesOrNone = (example: number): PropertyDecorator =>
  int({
    min: 0,
    max: 1440,
    example,
    optional: true,
    nullable: true,
    description: 'Null: bruges ikke længere.',
  });

export class ChangeReachBody {
  @minutesOrNone(20) walk?: number | null;
  @minutesOrNone(30) bike?: number | null;
  @minutesOrNone(45) bus?: number | null;
  @minutesOrNone(30) car?: number | null;
}

/** The most the citizen can or wants of each demand. */
export class LimitsBody {
  @number({ min: 0, max: 200, example: 10 }) liftKg!: number;
  @degree(2) standing!: Degree;
  @degree(1) noise!: Degree;
  @degree(1) peopleContact!: Degree;
  @names('stairs', 'Det, der ikke går, som stairs, cold, kneeling, alone, screen.') other: string[] = [];
}

export class ChangeLimitsBody extends partialOf(LimitsBody) {}
