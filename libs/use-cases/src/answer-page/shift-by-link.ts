import {
  DomainError,
  firstName,
  isBefore,
  linkEndsAt,
  type AbsenceSpan,
  type Actor,
  type Citizen,
  type Language,
  type LaterMinutes,
  type Shift,
  type ShiftAnswer,
} from '#domain';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { shiftView, type ShiftView } from '../my-page/shift-page.js';
import { AnswerShift } from '../shift/answer-shift.js';
import { found } from '../wiring/permissions.js';
import { openLink } from './open-link.js';

export interface ShiftAnswerInput {
  answer: ShiftAnswer;
  /** With `later` and `on-the-way`. */
  minutes?: LaterMinutes;
  /** With `cannot`. */
  span?: AbsenceSpan;
}

export interface ShiftLinkPage {
  municipality: string;
  firstName: string;
  shift: ShiftView;
  /** The day is over: the page says whom to call, and nothing of the shift. */
  expired: boolean;
}

/** A link to one shift: good for that shift, until its day is over. */
export class ShowShiftByLink {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  async execute(token: string, language?: Language): Promise<ShiftLinkPage> {
    const hit = await openLink(this.transactor, this.secrets, token, ['shift']);
    return this.transactor.inMunicipality(hit.municipalityId, async (unit) => {
      const { shift, citizen: known } = await behind(unit, hit.subjectId);
      const citizen = language ? { ...known, language } : known;
      const expired = hit.expired || !isBefore(await unit.now(), linkEndsAt(shift));
      return {
        municipality: (await unit.municipality()).name,
        firstName: firstName(citizen),
        shift: await shiftView(unit, shift, citizen, { all: !citizen.sharedPhone && !expired }),
        expired,
      };
    });
  }
}

/**
 * One of the five buttons, as if it had been written by SMS. `changed` is false when it was said already or is too
 * late: a double click, a hundred at once, and the page of yesterday all end on a page that says what holds.
 */
export class AnswerShiftByLink {
  static readonly needs = [Transactor, Secrets, AnswerShift] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
    private readonly answerShift: AnswerShift,
  ) {}

  async execute(token: string, input: ShiftAnswerInput): Promise<{ changed: boolean }> {
    const hit = await openLink(this.transactor, this.secrets, token, ['shift']);
    try {
      await this.transactor.inMunicipality(hit.municipalityId, async (unit) => {
        const { shift, citizen } = await behind(unit, hit.subjectId);
        const isOpen = !hit.expired && isBefore(await unit.now(), linkEndsAt(shift));
        if (!isOpen) throw new DomainError('shift.wrong-state', { from: shift.state });
        await pressShiftButton(unit, this.answerShift, shift, input, actorOf(citizen));
      });
      return { changed: true };
    } catch (error) {
      if (error instanceof DomainError && (error.kind === 'conflict' || error.kind === 'rule')) {
        return { changed: false };
      }
      throw error;
    }
  }
}

/** The same for a link and for a session: what is said goes the way an SMS goes. */
export function pressShiftButton(
  unit: UnitOfWork,
  answerShift: AnswerShift,
  shift: Shift,
  { answer, minutes, span }: ShiftAnswerInput,
  actor: Actor,
): Promise<void> {
  const reply = { word: answer, minutes: minutes ?? null };
  return answerShift.within(unit, shift.id, reply, actor, { how: 'page', ...(span && { span }) });
}

async function behind(unit: UnitOfWork, shiftId: string): Promise<{ shift: Shift; citizen: Citizen }> {
  const shift = found(await unit.shifts.find(shiftId), 'link.not-found');
  return { shift, citizen: found(await unit.citizens.find(shift.citizenId), 'link.not-found') };
}

const actorOf = (citizen: Citizen): Actor => ({
  role: 'citizen',
  municipalityId: citizen.municipalityId,
  citizenId: citizen.id,
  name: firstName(citizen),
  holder: 'link',
});
