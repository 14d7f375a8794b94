import { cvr } from 'stdnum/lib/cjs/dk/index.js';

/** Whether the last digit is what the others say; a number may be right although it is not. */
export const hasRightCheckDigit = (number: string): boolean => cvr.validate(number).isValid;
