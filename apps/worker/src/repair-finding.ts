import type { DueJobName } from '#domain';
import type { Finding, FindingKind } from '#persistence';
import type { AskAgain, WakeLadder } from '#use-cases';

/** Work that is missing is asked for again. The other findings are for those who keep the machines, or for a person. */
const missing: Partial<Record<FindingKind, DueJobName>> = {
  'message-on-its-way': 'message.settle',
  'message-not-asked-for': 'message.deliver',
  'offer-not-expired': 'offer.expire',
  'shift-not-checked': 'shift.check-evidence',
};

/** What a repair of this kind would ask for; null: nothing can be repaired without a person. */
export const repairOf = (kind: FindingKind): DueJobName | 'escalation.take-step' | null =>
  kind === 'silent-ladder' ? 'escalation.take-step' : (missing[kind] ?? null);

/** Repairs what can be repaired safely: whoever does the work reads the rows again. */
export class RepairFinding {
  constructor(
    private readonly askAgain: Pick<AskAgain, 'execute'>,
    private readonly wakeLadder: Pick<WakeLadder, 'execute'>,
  ) {}

  /** @returns false when this is not for a machine to repair. */
  async execute({ kind, municipalityId, subjectId, hasFailed }: Finding): Promise<boolean> {
    const job = missing[kind];
    if (job) await this.askAgain.execute(municipalityId, job, subjectId);
    else if (kind === 'silent-ladder') await this.wakeLadder.execute(municipalityId, subjectId, hasFailed);
    else return false;
    return true;
  }
}
