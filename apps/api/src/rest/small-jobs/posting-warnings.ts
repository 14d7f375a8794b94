import { moneyInWords, type PostingWarning } from '#domain';
import { slug, text } from '../../http/fields/index.js';

export class PostingWarningResponse {
  @slug({ example: 'hours-outside-normal' }) code!: string;
  @text({ max: 300, example: '16,5 timer om ugen; det normale er 5 til 15.' }) text!: string;
}

const inDanish = (amount: number): string => amount.toLocaleString('da-DK', { maximumFractionDigits: 2 });

function inWords(warning: PostingWarning): string {
  if (warning.code === 'hours-outside-normal') {
    return `${inDanish(warning.hours)} timer om ugen; det normale er ${warning.min} til ${warning.max}.`;
  }
  if (warning.code === 'wage-below-floor') {
    const { wageOre, floorOre, agreement } = warning;
    return `${moneyInWords(wageOre)} i timen; den laveste løn i ${agreement} er ${moneyInWords(floorOre)}`;
  }
  return `Kontaktpersonen følger ${warning.caseload} borgere; målet er højst ${warning.target}.`;
}

export const toWarning = (warning: PostingWarning): PostingWarningResponse => ({
  code: warning.code,
  text: inWords(warning),
});
