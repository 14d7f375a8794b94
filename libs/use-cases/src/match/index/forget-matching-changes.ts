import { Transactor } from '../../ports/index.js';

/** Every index is made anew each day: nobody follows the changes of the day before yesterday. */
const KEPT_HOURS = 48;

export class ForgetMatchingChanges {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @returns how many versions were forgotten. */
  async execute(municipalityId: string): Promise<number> {
    return this.transactor.inMunicipality(municipalityId, async (unit) =>
      unit.matchingJournal.forget((await unit.now()).subtract({ hours: KEPT_HOURS })),
    );
  }
}
