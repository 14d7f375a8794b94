import { heardWays, type Absence, type AbsenceCause, type Evidence, type HeardWay } from '#domain';
import type { Heard } from '#use-cases';
import { instant, int, localDate, localTime, oneOf, text, uuid } from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';
import { absenceCause, absenceReporter } from './absence-words.js';
import { timeOfAttendance } from './time-of-attendance.js';

export class ShiftsQuery extends PageQuery {
  @localDate({ optional: true, example: '2026-11-30', description: 'Første dag, med.' }) from?: string;
  @localDate({ optional: true, example: '2026-12-06', description: 'Sidste dag, med.' }) to?: string;
  @uuid({ optional: true }) smallJobId?: string;
  @uuid({ optional: true }) citizenId?: string;
}

const witnesses: readonly Evidence['by'][] = ['citizen', 'workplace', 'contact'];

/** What staff write down for somebody else, as after a call; only staff can. */
export class HeardBody {
  @oneOf(witnesses, {
    optional: true,
    example: 'workplace',
    description: 'Hvis ord det er; sammen med `how`.',
  })
  heardFrom?: Evidence['by'];
  @oneOf(heardWays, { optional: true, example: 'phone', description: 'Hvordan medarbejderen hørte det.' })
  how?: HeardWay;
}

export class CheckInBody extends HeardBody {
  @instant({
    optional: true,
    example: '2026-11-30T08:05:00+01:00',
    description: 'Hvornår; nu, når intet er sagt.',
  })
  at?: string;
}

/** What the screen's buttons say, and any other number of minutes. */
export class ExpectedLaterBody extends HeardBody {
  @int({
    min: 1,
    max: 720,
    example: 30,
    optional: true,
    description: 'Regnet fra vagtens start, eller fra nu, når den er begyndt. En time, når intet er sagt.',
  })
  minutes?: number;
  @timeOfAttendance({
    example: '09:30',
    optional: true,
    description: 'I stedet for minutter; går forud for dem.',
  })
  at?: string;
}

export class ReportAbsenceBody {
  @absenceCause() cause!: AbsenceCause;
  @absenceReporter() by!: Absence['by'];
  @text({ max: 500, multiline: true, optional: true, example: 'Ringer igen i morgen tidlig' }) note?: string;
  @oneOf(heardWays, { optional: true, example: 'phone', description: 'Hvordan medarbejderen hørte det.' })
  how?: HeardWay;
}

export class AttendanceBody extends HeardBody {
  @timeOfAttendance({ example: '08:10' }) arrived!: string;
  @timeOfAttendance({ example: '12:00' }) left!: string;
}

export class CancelShiftBody {
  @text({ max: 200, example: 'Ingen varer i dag', description: 'Siges til borgeren.' }) reason!: string;
}

export class MoveShiftBody {
  @localDate({ example: '2026-12-01' }) date!: string;
  @localTime({ example: '09:00' }) start!: string;
  @localTime({ allow24: true, example: '13:00' }) end!: string;
}

/** Whose word it is, when it is somebody else's. */
export const heardIn = ({ heardFrom, how }: HeardBody): Heard | undefined =>
  heardFrom === undefined || how === undefined ? undefined : { from: heardFrom, how };
