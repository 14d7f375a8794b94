import { openMatchStates } from '#domain';
import { Ids } from '../ports/index.js';
import { fixedContactOf } from '../contact/who-answers.js';
import { asCandidateJob } from '../match/candidate-data.js';
import { MatchingIndexes } from '../match/index/matching-indexes.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';

/** A seat is free again: the contact is shown who comes next. A person decides; nothing is offered by itself. */
export class ShowNextPerson {
  static readonly needs = [MatchingIndexes, Ids] as const;

  constructor(
    private readonly indexes: MatchingIndexes,
    private readonly ids: Ids,
  ) {}

  async execute(municipalityId: string, offerId: string): Promise<void> {
    await this.indexes.inMunicipality(municipalityId, 'exact', async (unit, matching) => {
      const offer = found(await unit.offers.find(offerId), 'offer.not-found');
      if (await unit.tasks.first({ kind: 'next-person', offerId })) return;
      const smallJob = await unit.smallJobs.find(offer.smallJobId);
      if (smallJob?.status !== 'open') return;
      const inPlay = await unit.matches.list({ smallJobId: smallJob.id });
      const busy = new Set(
        inPlay.filter((match) => openMatchStates.includes(match.state)).map((match) => match.citizenId),
      );
      busy.add(offer.citizenId);
      const { index, citizenIds } = await matching();
      const among = new Set([...citizenIds].filter((id) => !busy.has(id)));
      const { ranked, eligible } = index.rankCitizens(await asCandidateJob(unit, smallJob), {
        among,
        limit: 1,
      });
      const contact = await fixedContactOf(unit, smallJob.id);
      const best = ranked[0];
      await openTask(unit, this.ids, {
        kind: 'next-person',
        staffId: contact?.id ?? null,
        citizenId: best?.id ?? null,
        smallJobId: smallJob.id,
        offerId,
        note: best
          ? `Næste på listen; ${eligible} passer`
          : 'Ingen andre passer lige nu: se hvad der kunne ændres',
        dueAt: await unit.now(),
      });
      const seen = { who: 'Fodfæste', staffId: contact?.id ?? null, companyId: null } as const;
      const purpose = 'offer.show-next-person';
      if (best) await unit.logAccess({ ...seen, kind: 'shown', citizenIds: [best.id], purpose });
      const others = [...among].filter((id) => id !== best?.id);
      if (others.length > 0)
        await unit.logAccess({ ...seen, kind: 'calculated', citizenIds: others, purpose });
    });
  }
}
