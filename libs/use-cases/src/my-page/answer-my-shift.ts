import type { Actor } from '#domain';
import { Transactor } from '../ports/index.js';
import { pressShiftButton, type ShiftAnswerInput } from '../answer-page/shift-by-link.js';
import { AnswerShift } from '../shift/answer-shift.js';
import { found } from '../wiring/permissions.js';
import { refuseUnlessCitizen } from './own-record.js';
import { shiftView, type ShiftView } from './shift-page.js';

/** The five buttons for somebody who is signed in. */
export class AnswerMyShift {
  static readonly needs = [Transactor, AnswerShift] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly answerShift: AnswerShift,
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
}
