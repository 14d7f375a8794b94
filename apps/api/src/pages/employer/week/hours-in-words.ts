import type { Language } from '#domain';
import { monthWords } from '../../words/employer-week.js';

/** 225 minutes as "3 t. 45 min.". */
export function hoursInWords(minutes: number, language: Language): string {
  const w = monthWords[language];
  const [hours, rest] = [String(Math.floor(minutes / 60)), String(minutes % 60)];
  if (rest === '0') return w.onlyHours(hours);
  return hours === '0' ? w.onlyMinutes(rest) : w.hoursAndMinutes(hours, rest);
}
