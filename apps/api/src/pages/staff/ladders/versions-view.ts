import { defaultLadders, instantInWords, type LadderDefinition, type LadderName } from '#domain';
import { STANDARD_LADDER, type LadderFile } from '#use-cases';
import { FormView, type ChoiceView } from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { laddersWords as w } from '../../words/desk-ladders.js';
import { differences, linesOf } from './ladder-in-words.js';
import { LADDERS } from './ladder-view.js';

interface VersionsView {
  heading: string;
  none: string;
  columns: string[];
  rows: { label: string; when: string; by: string; under: string; now: string; takeBack: TakeBack | null }[];
  compare: { heading: string; before: ChoiceView; after: ChoiceView; button: string };
  difference: { same: string; goneWord: string; cameWord: string; gone: string[]; came: string[] } | null;
}

interface TakeBack {
  action: string;
  version: string;
  label: string;
  of: string;
}

const versionsPage = page<VersionsView>('staff/ladders/versions');
const STANDARD = String(STANDARD_LADDER);

/** `query`: which two are compared; the newest with the one before it when nothing is said. */
export function versionsView(file: LadderFile, query: Readonly<Record<string, unknown>>): ShownPage {
  const { name, versions, version: now } = file;
  const numbers = [...versions.map(({ version }) => String(version)), STANDARD];
  const chosen = (key: string, usual: string): string => {
    const value = query[key];
    return typeof value === 'string' && numbers.includes(value) ? value : usual;
  };
  const before = chosen('foer', numbers[1] ?? STANDARD);
  const after = chosen('efter', numbers[0]!);
  const f = new FormView('da', { foer: before, efter: after });
  const options = numbers.map((value) => ({
    value,
    label: value === STANDARD ? w.standardVersion : w.version(Number(value)),
  }));
  const linesIn = (number: string): string[] => linesOf(name, definitionOf(file, Number(number)));
  return versionsPage({
    title: w.versionsTab,
    wide: true,
    heading: w.versionsHeading(w.names[name]),
    none: versions.length === 0 ? w.noVersions : '',
    columns: w.columns,
    rows: [
      ...versions.map(({ version, changedAt, by, restoredVersion }) => ({
        label: w.version(version),
        when: instantInWords(changedAt),
        by: by ?? w.began,
        under: restoredVersion === null ? '' : w.tookBack(restoredVersion),
        now: version === now ? w.now : '',
        takeBack: version === now ? null : takeBack(name, version, w.takeBackOf(version)),
      })),
      {
        label: w.standardVersion,
        when: '',
        by: '',
        under: '',
        now: '',
        takeBack: takeBack(name, STANDARD_LADDER, w.takeBackStandard),
      },
    ],
    compare: {
      heading: w.compare,
      before: f.choice('foer', w.compareOld, { options }),
      after: f.choice('efter', w.compareNew, { options }),
      button: w.compare,
    },
    difference: numbers.length < 2 ? null : differenceOf(linesIn(before), linesIn(after)),
    back: { href: `${LADDERS}/${name}`, label: w.backToLadder },
  });
}

const takeBack = (name: LadderName, version: number, of: string): TakeBack => ({
  action: `${LADDERS}/${name}/tilbage`,
  version: String(version),
  label: w.takeBack,
  of,
});

function differenceOf(before: string[], after: string[]): VersionsView['difference'] {
  const { gone, came } = differences(before, after);
  const same = gone.length === 0 && came.length === 0 ? w.same : '';
  return { same, goneWord: w.gone, cameWord: w.came, gone, came };
}

const definitionOf = ({ name, versions }: LadderFile, number: number): LadderDefinition =>
  versions.find(({ version }) => version === number)?.definition ?? defaultLadders[name];
