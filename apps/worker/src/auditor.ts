import type { Logger } from 'pino';
import type { Dispatch, Finding, FindingKind } from '#persistence';
import { lateSchedules, schedules } from '#use-cases';
import type { RepairFinding } from './repair-finding.js';

/** Less than the interval, so that clocks that differ a little do not leave a turn out. */
const APART_SECONDS = schedules.audit.everySeconds * 0.7;
const NAMED_IN_A_LINE = 10;

export interface AuditorParts {
  dispatch: Pick<Dispatch, 'audit' | 'beat' | 'gauges' | 'scheduledRuns'>;
  repairs: Pick<RepairFinding, 'execute'>;
  /** Tells somebody outside that there has been an audit. */
  ping: () => void;
  log: Logger;
  atLeastSecondsApart?: number;
}

/**
 * Looks for what should not be so, beside the sweeper and not through it: each sees that the other is silent. What can be
 * repaired safely is repaired, counted and logged with ids; in a day without faults there is nothing.
 */
export class Auditor {
  private readonly begunAt = performance.now();

  constructor(private readonly parts: AuditorParts) {}

  /** @returns nothing when another process audits. */
  async audit(): Promise<{ repaired: number; found: number } | undefined> {
    const { dispatch, ping, log, atLeastSecondsApart = APART_SECONDS } = this.parts;
    const findings = await dispatch.audit({ atLeastSecondsApart });
    if (!findings) return undefined;
    const late = lateSchedules(await dispatch.scheduledRuns(), (performance.now() - this.begunAt) / 1_000);
    if (late.length > 0) log.error({ finding: 'schedule-late', late }, 'what is scheduled was not done');
    const counts = countsOf(findings);
    for (const [finding, found] of Object.entries(counts)) {
      const ids = findings.filter(({ kind }) => kind === finding).map(({ subjectId }) => subjectId);
      log.warn(
        { finding, found, subjectIds: ids.slice(0, NAMED_IN_A_LINE) },
        'the audit found what should not be so',
      );
    }
    let repaired = 0;
    for (const finding of findings) if (await this.repair(finding)) repaired += 1;
    await this.beat(counts, late.length);
    ping();
    return { repaired, found: findings.length + late.length };
  }

  /** The measures of the moment go with the sign of life: whoever shows them may not look into the rows. */
  private async beat(found: Record<string, number>, late: number): Promise<void> {
    const { dispatch } = this.parts;
    const measured = Object.entries(await dispatch.gauges()).map(([name, value]: [string, number | null]) => [
      name,
      value ?? 0,
    ]);
    const findings = Object.entries(found).map(([kind, count]) => [`found-${kind}`, count]);
    const counts = Object.fromEntries([...measured, ...findings, ['found-schedule-late', late]]) as Record<
      string,
      number
    >;
    await dispatch.beat('auditor', counts);
  }

  private async repair(finding: Finding): Promise<boolean> {
    const { kind, municipalityId, subjectId } = finding;
    const { repairs, log } = this.parts;
    try {
      if (!(await repairs.execute(finding))) return false;
      log.warn({ finding: kind, municipalityId, subjectId }, 'repaired');
      return true;
    } catch (error) {
      log.error({ finding: kind, municipalityId, subjectId, error: (error as Error).name }, 'not repaired');
      return false;
    }
  }
}

function countsOf(findings: readonly Finding[]): Partial<Record<FindingKind, number>> {
  const counts: Partial<Record<FindingKind, number>> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
