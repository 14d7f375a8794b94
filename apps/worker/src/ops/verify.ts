import { setTimeout as sleep } from 'node:timers/promises';
import type { Finding } from '#persistence';
import { scheduleStates } from '#use-cases';
import { repairOf } from '../repair-finding.js';
import { words, type Place, type Surroundings, type Verb } from './verb.js';

const TRIES = 20;
const BETWEEN_MS = 250;

/** `ops verify`: the questions of the auditor at once, and what the last proof of the matching said. Reads only. */
export const verify: Verb = {
  usage: 'verify [--repair [--dry-run]] [--json]',
  does: 'looks for what should not be so, and with --repair mends what the auditor would mend; 1: something is wrong',
  options: { repair: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  run: async (wish, around) => {
    words(wish);
    const codes = new Map((await around.places()).map(({ id, code }: Place) => [id, code]));
    const shown = ({ kind, municipalityId, subjectId }: Finding): string =>
      `${kind} ${codes.get(municipalityId) ?? municipalityId} ${subjectId}`;
    const lines: string[] = [];
    let findings = await look(around);
    if (wish.is('repair') && wish.is('dry-run')) {
      lines.push(
        ...findings.flatMap((one) =>
          repairOf(one.kind) ? [`would repair: ${shown(one)}: ${howOf(one)}`] : [],
        ),
      );
      lines.push('Nothing was changed.');
    } else if (wish.is('repair')) {
      for (const finding of findings)
        if (await around.repairs.execute(finding)) lines.push(`repaired: ${shown(finding)}`);
      findings = await look(around);
    }
    const { runs, heartbeats } = await around.vitals.read();
    const late = scheduleStates(runs).filter(({ isLate }) => isLate);
    const proofs = heartbeats.map(({ counts }) => counts);
    const lists = sum(proofs, 'provedLists');
    const differing = sum(proofs, 'differingLists');
    const wrong = [
      ...findings.map(shown),
      ...late.map(({ name }) => `schedule-late ${name}`),
      ...(differing > 0 ? [`matching-differs ${differing} of ${lists} lists`] : []),
    ];
    return {
      lines: [
        ...lines,
        ...wrong.map((one) => `wrong: ${one}`),
        lists > 0
          ? `matching: ${lists} lists were proved in the last proofs, ${differing} differ`
          : 'matching: no worker that is known has proved it yet',
        wrong.length === 0
          ? 'Nothing is wrong.'
          : `${wrong.length} ${wrong.length === 1 ? 'thing is' : 'things are'} wrong.`,
      ],
      exitCode: wrong.length === 0 ? 0 : 1,
      data: { findings, lateSchedules: late.map(({ name }) => name), matching: { lists, differing } },
    };
  },
};

/** The auditor of a worker may be looking at this moment. */
async function look({ dispatch }: Surroundings): Promise<Finding[]> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const findings = await dispatch.audit({ atLeastSecondsApart: 0 });
    if (findings) return findings;
    await sleep(BETWEEN_MS);
  }
  throw new Error('Another process audits all the time. Try again.');
}

const howOf = ({ kind, hasFailed }: Finding): string =>
  kind === 'silent-ladder' && hasFailed
    ? 'it comes on the list of everybody'
    : `${repairOf(kind)!} is asked for`;

const sum = (counts: readonly Record<string, number>[], name: string): number =>
  counts.reduce((total, one) => total + (one[name] ?? 0), 0);
