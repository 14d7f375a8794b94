import type { Actor, Language } from '#domain';
import { Transactor } from '../ports/index.js';
import { pressShiftButton, type ShiftAnswerInput } from '../answer-page/press-shift-button.js';
import { unlessTooLate } from '../answer-page/unless-too-late.js';
import { AnswerShift } from '../shift/answer-shift.js';
import { found } from '../wiring/permissions.js';
import { refuseUnlessCitizen } from './own-record.js';
import { shiftView, type ShiftView } from './shift-page.js';
import { ShowMyShifts } from './show-my-shifts.js';

/** The five buttons for somebody who is signed in. */
export class AnswerMyShift {
  static readonly needs = [Transactor, AnswerShift, ShowMyShifts] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly answerShift: AnswerShift,
    private readonly mine: ShowMyShifts,
  ) {}

  /** @throws shift.not-found (also for somebody else's), shift.wrong-state, shift.overlap */
  async execute(shiftId: string, input: ShiftAnswerInput, actor: Actor): Promise<ShiftView> {
    refuseUnlessCitizen(actor);
    const { citizenId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shift = found(await unit.shifts.first({ id: shiftId, citizenId }), 'shift.not-found');
      await pressShiftButton(unit, this.answerShift, shift, input, actor);
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      const after = found(await unit.shifts.find(shiftId), 'shift.not-found');
      return shiftView(unit, after, citizen, { all: true });
    });
  }

  /**
   * For a page, where a press is never refused: `changed` is false when it was said already or is too late, and
   * `shift` is what holds now.
   *
   * @throws shift.not-found (also for somebody else's)
   */
  async press(
    shiftId: string,
    input: ShiftAnswerInput,
    actor: Actor,
    language?: Language,
  ): Promise<{ changed: boolean; shift: ShiftView }> {
    const after = await unlessTooLate(() => this.execute(shiftId, input, actor));
    return { changed: after !== null, shift: after ?? (await this.mine.show(shiftId, actor, language)) };
  }
}
