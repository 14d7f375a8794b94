import type { Actor, Citizen } from '#domain';
import { Transactor } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

/** Every read of a citizen's record is logged in its own transaction. */
export class CitizenRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async list(filter: { brokerId?: string }, page: PageRequest, actor: Actor): Promise<Page<Citizen>> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shown = await pageOf(unit.citizens, filter, page);
      await logShown(
        unit,
        actor,
        shown.items.map(({ id }) => id),
        'citizen.list',
      );
      return shown;
    });
  }

  async show(citizenId: string, actor: Actor): Promise<Citizen> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      await logShown(unit, actor, [citizenId], 'citizen.show');
      return citizen;
    });
  }
}
