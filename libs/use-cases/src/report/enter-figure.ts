import {
  checkEntered,
  localDateOf,
  type Actor,
  type EnteredFigure,
  type EnteredIndicator,
  type LocalDate,
} from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { refuseUnlessLeader } from '../wiring/permissions.js';

export interface FigureInput {
  indicator: EnteredIndicator;
  year: number;
  people: number;
  countedTo: LocalDate;
  source: string;
}

/** A figure that the product cannot know, for the monitoring table. Entered again, it takes the place of the former. */
export class EnterFigure {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws not-allowed, figures.wrong-year */
  async execute(input: FigureInput, actor: Actor): Promise<EnteredFigure> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const now = await unit.now();
      checkEntered(input, localDateOf(now));
      const { indicator, year } = input;
      const former = await unit.enteredFigures.first({ indicator, year }, { lock: true });
      const figure: EnteredFigure = {
        id: former?.id ?? this.ids.next(),
        municipalityId: actor.municipalityId,
        ...input,
        enteredByStaffId: actor.staffId,
        enteredAt: now,
      };
      if (former) await unit.enteredFigures.update(figure);
      else await unit.enteredFigures.insert(figure);
      return figure;
    });
  }
}
