import { moneyInWords, type PostingWarning } from '#domain';

const inDanish = (amount: number): string => amount.toLocaleString('da-DK', { maximumFractionDigits: 2 });

/** "16,5 timer om ugen; det normale er 5 til 15." A warning stops nobody. */
export function postingWarning(warning: PostingWarning): string {
  if (warning.code === 'hours-outside-normal') {
    return `${inDanish(warning.hours)} timer om ugen; det normale er ${warning.min} til ${warning.max}.`;
  }
  if (warning.code === 'wage-below-floor') {
    const { wageOre, floorOre, agreement } = warning;
    return `${moneyInWords(wageOre)} i timen; den laveste løn i ${agreement} er ${moneyInWords(floorOre)}`;
  }
  return `Kontaktpersonen følger ${warning.caseload} borgere; målet er højst ${warning.target}.`;
}
