import type { ConstraintCode } from '../constraints/constraint.js';
import { clockText, decimal } from '../danish/amounts.js';

/** After "på grund af". No blame: it is the job that asks, or a wish that stands. */
const because: Readonly<Record<ConstraintCode, string>> = {
  phase: 'et ja, der ikke er sagt endnu',
  'hours-below': 'for få timer',
  'hours-above': 'for mange timer',
  'available-from': 'startdatoen',
  lifting: 'løft',
  standing: 'stående arbejde',
  noise: 'støj',
  'people-contact': 'kontakt med mennesker',
  other: 'forholdene på stedet',
  'danish-level': 'kravet om dansk',
  certificate: 'kravet om beviser',
  'ruled-out': 'et nej fra en af siderne',
  'placement-used': 'praktik, der er brugt',
  travel: 'vejen derhen',
  windows: 'arbejdstiden',
  overlap: 'timer, der er aftalt andre steder',
};

/** "arbejdstiden", for a table's cell. */
export const ruleInWords = (code: ConstraintCode): string => because[code];

/**
 * "37 kun på grund af arbejdstiden. Spørg om dette: start kl. 9 i stedet for kl. 7. Så passer det til 31."
 * Where nothing helps: "1 kun på grund af et ja, der ikke er sagt endnu." Without anybody whom it alone keeps out:
 * "12 hver gang på grund af vejen derhen, men ikke kun det."
 */
export function inTheWayText(
  code: ConstraintCode,
  always: number,
  only: number,
  help: { text: string; gained: number; startsNow: number | null } | null,
): string {
  if (only === 0) return `${decimal(always)} hver gang på grund af ${because[code]}, men ikke kun det.`;
  const count = `${decimal(only)} kun på grund af ${because[code]}.`;
  if (help === null) return count;
  const { text, gained, startsNow } = help;
  const now =
    /^start kl\. [\d.]+$/.test(text) && startsNow !== null ? ` i stedet for ${clockText(startsNow)}` : '';
  return `${count} Spørg om dette: ${text}${now}. Så passer det til ${decimal(gained)}.`;
}
