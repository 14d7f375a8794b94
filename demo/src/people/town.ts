import {
  defaultLadders,
  defaultSettings,
  ladderNames,
  type Agreement,
  type Citizen,
  type ClosingDays,
  type Company,
  type CompanyVisit,
  type ContactAssignment,
  type Ladder,
  type Match,
  type Message,
  type Municipality,
  type Offer,
  type Shift,
  type SmallJob,
  type Staff,
  type Task,
  type Temporal,
} from '#domain';
import { demoId } from './demo-ids.js';
import type { TownKey } from './phones.js';

/** All rows that a municipality begins with. */
export interface TownRows extends HistoryRows {
  municipality: Municipality;
  staff: Staff[];
  ladders: Ladder[];
  companies: Company[];
  closingDays: ClosingDays[];
  visits: CompanyVisit[];
  smallJobs: SmallJob[];
  contacts: ContactAssignment[];
  citizens: Citizen[];
  messages: Message[];
}

/** Who has worked where. */
export interface HistoryRows {
  matches: Match[];
  offers: Offer[];
  agreements: Agreement[];
  shifts: Shift[];
  tasks: Task[];
}

const townNames: Record<TownKey, { code: string; name: string }> = {
  vejle: { code: '0630', name: 'Vejle (demo)' },
  samsoe: { code: '0741', name: 'Samsø (demo)' },
};

export const municipalityId = (town: TownKey): string => demoId('municipality', Number(townNames[town].code));

/** A real municipality has to approve this sentence itself; without one no offer goes out. */
const noticeOnNo = {
  da: 'Demotekst: Et nej betyder kun, at vi leder videre sammen. Din kontaktperson ringer og hører, hvad der ville passe bedre.',
  en: 'Demo text: A no only means that we keep looking together. Your contact will call and hear what would suit you better.',
};

export const municipalityOf = (town: TownKey): Municipality => ({
  id: municipalityId(town),
  ...townNames[town],
  settings: { ...defaultSettings, noticeOnNo },
});

export const laddersOf = (town: TownKey, changedAt: Temporal.Instant): Ladder[] =>
  ladderNames.map((name, at) => ({
    id: demoId(`${town} ladder`, at + 1),
    municipalityId: municipalityId(town),
    name,
    version: 1,
    definition: defaultLadders[name],
    changedByStaffId: null,
    changedAt,
  }));
