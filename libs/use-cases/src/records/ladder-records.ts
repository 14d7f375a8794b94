import { defaultLadders, ladderNames, type Actor, type LadderDefinition, type LadderName } from '#domain';
import { Transactor } from '../ports/index.js';
import { ladderOf } from '../escalation/start-escalation.js';

export class LadderRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(actor: Actor): Promise<Record<LadderName, LadderDefinition>> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const ladders = { ...defaultLadders };
      for (const name of ladderNames) ladders[name] = await ladderOf(unit, name);
      return ladders;
    });
  }

  async show(name: LadderName, actor: Actor): Promise<LadderDefinition> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => ladderOf(unit, name));
  }
}
