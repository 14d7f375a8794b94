import { dayInWords, instantInWords, Temporal, timeInWords } from '#domain';
import type { ShiftFileRecord } from '#use-cases';
import { shiftsWords as w } from '../../words/desk-shifts.js';
import { linesOf, saidInWords } from './shift-in-words.js';

export interface JournalView {
  id: string;
  label: string;
  text: string;
}

/** Plain text for the municipality's journal: what, when, who said so. */
export function journalOf(file: ShiftFileRecord): JournalView {
  const { shift, citizen, smallJob, company, contact } = file;
  const lines = [
    `${w.title(dayInWords(shift.date), timeInWords(shift.start), timeInWords(shift.end))}: ${citizen.name}`,
    `${smallJob.title}, ${company.name}`,
    ...linesOf(file),
    ...shift.evidence.map(
      (one) => `${instantInWords(Temporal.Instant.from(one.at))}: ${saidInWords(one)}${heardHow(file, one)}`,
    ),
    ...(contact ? [`${w.witnesses.contact}: ${contact.name}`] : []),
  ];
  return { id: 'journal', label: w.journal, text: lines.join('\n') };
}

function heardHow(
  { staff }: ShiftFileRecord,
  { how, writtenByStaffId }: ShiftFileRecord['shift']['evidence'][number],
): string {
  return how ? ` (${w.writtenBy(w.hows[how], staff.get(writtenByStaffId ?? '')?.name ?? w.someone)})` : '';
}
