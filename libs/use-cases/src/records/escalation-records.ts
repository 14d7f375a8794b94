import type { Actor, Escalation, EscalationEntry, EscalationState } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { logShown } from './log-shown.js';
import { pageOf, type Page, type PageRequest } from './page.js';

/** A case with its whole history. */
export interface CaseRecord {
  escalation: Escalation;
  history: EscalationEntry[];
}

export class EscalationRecords {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** `open` means not closed. */
  async list(
    filter: { state?: EscalationState; shiftId?: string },
    page: PageRequest,
    actor: Actor,
  ): Promise<Page<CaseRecord>> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const state =
        filter.state === 'open'
          ? { state: { notIn: ['closed'] as const } }
          : filter.state
            ? { state: filter.state }
            : {};
      const { items, next } = await pageOf(
        unit.escalations,
        { ...state, ...(filter.shiftId && { shiftId: filter.shiftId }) },
        page,
      );
      await logShown(
        unit,
        actor,
        items.map(({ citizenId }) => citizenId),
        'escalation.list',
      );
      const records: CaseRecord[] = [];
      for (const escalation of items)
        records.push({ escalation, history: await historyOf(unit, escalation.id) });
      return { items: records, next };
    });
  }

  async show(escalationId: string, actor: Actor): Promise<CaseRecord> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const escalation = found(await unit.escalations.find(escalationId), 'escalation.not-found');
      await logShown(unit, actor, [escalation.citizenId], 'escalation.show');
      return { escalation, history: await historyOf(unit, escalationId) };
    });
  }
}

const historyOf = (unit: UnitOfWork, escalationId: string): Promise<EscalationEntry[]> =>
  unit.escalationEntries.list({ escalationId }, { order: [{ by: 'at' }, { by: 'id' }] });
