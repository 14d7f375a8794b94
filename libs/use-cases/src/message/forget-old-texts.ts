import type { TaskKind } from '#domain';
import { Transactor } from '../ports/index.js';

const AT_ONCE = 500;
/** Tasks whose note says what somebody wrote. */
const QUOTING: readonly TaskKind[] = ['not-understood', 'number-of-several'];
const FORGOTTEN = 'Ordene er slettet.';

/** The words of an SMS that came in are kept for some days only (30 by default, practice); that it came, stays. So does a task. */
export class ForgetOldTexts {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @returns how many texts were forgotten. */
  async execute(municipalityId: string): Promise<number> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const { inboundTextKeptDays } = (await unit.municipality()).settings;
      const before = (await unit.now()).subtract({ hours: 24 * inboundTextKeptDays });
      const old = await unit.inbound.list(
        { at: { before }, text: { isNull: false } },
        { limit: AT_ONCE, lock: true },
      );
      for (const sms of old) await unit.inbound.update({ ...sms, text: null });
      const quoting = await unit.tasks.list(
        { kind: { in: QUOTING }, createdAt: { before }, note: { notIn: [FORGOTTEN] } },
        { limit: AT_ONCE, lock: true },
      );
      for (const task of quoting) await unit.tasks.update({ ...task, note: FORGOTTEN });
      return old.length;
    });
  }
}
