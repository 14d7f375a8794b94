import {
  correctedMinutes,
  DomainError,
  monthLineOf,
  readMonthVersion,
  shortId,
  wasSeenAs,
  type Actor,
  type HeardWay,
  type MonthCorrection,
  type MonthLine,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { readTimes, RecordAttendance } from '../shift/record-attendance.js';
import type { Heard } from '../shift/witness.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { ConfirmHours } from './confirm-hours.js';
import { MonthRecords, shiftsOfMonth, type MonthRecord } from './month-records.js';

export interface ConfirmMonthInput {
  /** As `MonthRecord.version`: which shifts were seen, and what stood there. */
  version: string;
  corrections: MonthCorrection[];
  /** How the company said so, when staff write it down. */
  how?: HeardWay;
}

/** A shift that is not as it was seen; null: it is not there any more. */
export interface ChangedShift {
  shiftId: string | null;
  state: string | null;
  minutes: number | null;
}

/**
 * *Stemmer* for all that was seen and over, *Ret* for those named: all of it or nothing. What came later than the
 * list is not confirmed unseen; what a colleague confirmed just so is fine; what has changed is told.
 */
export class ConfirmMonth {
  static readonly needs = [Transactor, MonthRecords, RecordAttendance, ConfirmHours] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly months: MonthRecords,
    private readonly attendance: RecordAttendance,
    private readonly confirmHours: ConfirmHours,
  ) {}

  /** @throws month.changed with the shifts; the refusals of a correction with the shift it is about. */
  async execute(
    companyId: string,
    month: string,
    input: ConfirmMonthInput,
    actor: Actor,
  ): Promise<MonthRecord> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.companies.find(companyId), 'company.not-found');
      const now = await unit.now();
      const lines = (await shiftsOfMonth(unit, companyId, month, true)).map((shift) =>
        monthLineOf(shift, now),
      );
      const corrections = new Map(input.corrections.map((correction) => [correction.shiftId, correction]));
      const seen = seenLines(lines, input.version, corrections);
      const unseen = input.corrections.find(({ shiftId }) => !seen.some(({ shift }) => shift.id === shiftId));
      if (unseen) throw new DomainError('shift.not-found', { shiftId: unseen.shiftId });
      const heard = input.how && ({ from: 'workplace', how: input.how } as const);
      for (const line of seen) {
        await this.settle(unit, line, corrections.get(line.shift.id), actor, heard).catch((error: unknown) =>
          tellWhich(error, line),
        );
      }
      return this.months.within(unit, companyId, month, actor);
    });
  }

  private async settle(
    unit: UnitOfWork,
    { shift, standing }: MonthLine,
    correction: MonthCorrection | undefined,
    actor: Actor,
    heard: Heard | undefined,
  ): Promise<void> {
    if (standing === 'confirmed') return;
    if (!correction) {
      if (standing === 'to-confirm') await this.confirmHours.within(unit, shift.id, undefined, actor, heard);
      return;
    }
    const { arrivedAt, leftAt } = await this.attendance.within(unit, shift.id, correction, actor, heard);
    const minutes = correctedMinutes(arrivedAt!, leftAt!, correction.breakMinutes ?? shift.breakMinutes);
    await this.confirmHours.within(unit, shift.id, minutes, actor);
  }
}

/** The lines that were seen, as they were seen. @throws month.changed naming those that are not. */
function seenLines(
  lines: readonly MonthLine[],
  version: string,
  corrections: ReadonlyMap<string, MonthCorrection>,
): MonthLine[] {
  const changed: ChangedShift[] = [];
  const seen: MonthLine[] = [];
  for (const mark of readMonthVersion(version)) {
    const line = lines.find(({ shift }) => shortId(shift) === mark.short);
    const correction = line && corrections.get(line.shift.id);
    if (line && (wasSeenAs(line.shift, mark) ? !isContradicted(line, correction) : isDone(line, correction)))
      seen.push(line);
    else
      changed.push({
        shiftId: line?.shift.id ?? null,
        state: line?.shift.state ?? null,
        minutes: line?.minutes ?? null,
      });
  }
  if (changed.length > 0) throw new DomainError('month.changed', { changed });
  return seen;
}

/** The hours stand already, and not as they are corrected now. */
const isContradicted = (line: MonthLine, correction: MonthCorrection | undefined): boolean =>
  line.standing === 'confirmed' && correction !== undefined && !isDone(line, correction);

/** The same correction once more, as by a second click. */
function isDone({ shift, standing }: MonthLine, correction: MonthCorrection | undefined): boolean {
  if (standing !== 'confirmed' || !correction || !shift.arrivedAt || !shift.leftAt) return false;
  const { arrivedAt, leftAt } = readTimes(shift, correction);
  if (!arrivedAt.equals(shift.arrivedAt) || !leftAt.equals(shift.leftAt)) return false;
  return (
    shift.confirmedMinutes ===
    correctedMinutes(arrivedAt, leftAt, correction.breakMinutes ?? shift.breakMinutes)
  );
}

/** Which of the shifts a refusal is about. */
function tellWhich(error: unknown, { shift }: MonthLine): never {
  throw error instanceof DomainError
    ? new DomainError(error.code, { ...error.details, shiftId: shift.id })
    : error;
}
