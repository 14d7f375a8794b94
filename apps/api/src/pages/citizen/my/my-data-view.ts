import { dayInWords, type Language } from '#domain';
import type { MyData, Seen } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { citizenMyDataWords } from '../../words/citizen-my-data.js';
import { capital } from '../../words/index.js';
import { storedAbout, type StoredSection } from './stored-fields.js';

interface SeenRow {
  day: string;
  who: string;
  role: string;
  why: string;
}

interface MyDataView {
  heading: string;
  intro: string;
  sections: StoredSection[];
  notes: string;
  wrong: { heading: string; hint: string; label: string };
  seen: {
    heading: string;
    hint: string;
    rows: SeenRow[];
    more: string;
  };
  download: { heading: string; label: string; print: string };
}

const shown = page<MyDataView>('citizen/my-data');

export function myDataOf(data: MyData, language: Language): ShownPage {
  const w = citizenMyDataWords[language];
  return shown({
    title: w.title,
    language,
    readAloud: true,
    messages: { rettes: w.wishSent },
    heading: w.title,
    intro: w.intro,
    sections: storedAbout(data, language),
    notes: w.notes,
    wrong: { heading: w.wrong, hint: w.wrongHint, label: w.sayWrong },
    seen: {
      heading: w.seenTitle,
      hint: w.seenHint,
      rows: data.seen.map((seen) => seenRow(seen, language)),
      more: data.seenComplete ? '' : w.seenMore,
    },
    download: { heading: w.download, label: w.asFile, print: w.print },
  });
}

function seenRow({ day, who, apiKey, role, purpose, times }: Seen, language: Language): SeenRow {
  const w = citizenMyDataWords[language];
  const roles: Partial<Record<string, string>> = w.roles;
  // Lines of an earlier version can say something else.
  const purposes: Partial<Record<string, string>> = w.purposes;
  const why = role === 'citizen' ? w.ownVisit : (purposes[purpose] ?? w.otherPurpose);
  const name = role === 'citizen' ? w.you : role === 'system' ? w.machine : who;
  return {
    day: capital(dayInWords(day, language)),
    who: apiKey === null ? name : w.byKey(name, apiKey),
    role: roles[role] ?? '',
    why: times === 1 ? why : `${why} (${w.times(String(times))})`,
  };
}
