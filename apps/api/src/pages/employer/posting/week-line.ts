import { timeInWords, weekdaysInWords, type Language, type WeeklyShift } from '#domain';

/** "mandag til fredag kl. 8-10": days with the same hours stand together, and those that follow each other as one. */
export function weekLine(shifts: readonly WeeklyShift[], language: Language): string {
  const byHours = new Map<string, number[]>();
  for (const { weekday, start, end } of shifts) {
    const hours = `${timeInWords(start)}-${timeInWords(end)}`;
    byHours.set(hours, [...(byHours.get(hours) ?? []), weekday]);
  }
  const at = language === 'da' ? 'kl.' : 'at';
  const lines = [...byHours].map(([hours, days]) => `${weekdaysInWords(days, language)} ${at} ${hours}`);
  return lines.join(language === 'da' ? ', og ' : ', and ');
}
