import { hasRightCheckDigit } from '../../http/cvr.js';
import { slug, text } from '../../http/fields/index.js';

export class CompanyWarningResponse {
  @slug({ example: 'cvr-check-digit' }) code!: string;
  @text({ example: 'Kontrolcifferet passer ikke. Tjek cvr-nummeret.' }) text!: string;
}

/** A number may be right although its check digit is not, so a person is told and nobody is stopped. */
export const cvrWarnings = (number: string): CompanyWarningResponse[] =>
  hasRightCheckDigit(number)
    ? []
    : [{ code: 'cvr-check-digit', text: 'Kontrolcifferet passer ikke. Tjek cvr-nummeret.' }];
