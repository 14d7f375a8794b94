import { dayInWords, ladderNames, localDateOf, type LadderName } from '#domain';
import type { LadderFile } from '#use-cases';
import {
  FormView,
  noFaults,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { laddersWords as w } from '../../words/desk-ladders.js';
import { choices, otherwises, stepsIn } from './ladder-form.js';
import type { TimeLine } from './ladder-in-words.js';

export const LADDERS = '/kommune/trin';

interface LaddersView {
  heading: string;
  intro: string;
  ladders: { href: string; name: string; starts: string; version: string; runs: string; edit: string }[];
}

interface StepFields {
  legend: string;
  wrong: boolean;
  after: InputView;
  what: ChoiceView;
  channel: ChoiceView;
  more: {
    label: string;
    hint: string;
    open: boolean;
    from: InputView;
    to: InputView;
    otherwise: ChoiceView;
    times: InputView;
    every: InputView;
  };
  moves: { value: string; label: string; of: string }[];
}

interface LadderView {
  heading: string;
  starts: string;
  runs: string;
  version: string;
  errors: ErrorSummaryView | null;
  words: Readonly<
    Record<'when' | 'steps' | 'add' | 'holds' | 'holdsHint' | 'quiet' | 'save' | 'look', string>
  >;
  form: {
    version: string;
    first: InputView | null;
    always: ChoiceView | null;
    grace: InputView | null;
    hiddenGrace: string;
    hiddenAlways: string;
    steps: StepFields[];
    call: InputView;
    drive: InputView;
    other: InputView;
    quiet: ChoiceView;
    quietFrom: InputView;
    quietTo: InputView;
  };
  line: TimeLine | null;
  tryIt: { heading: string; intro: string; action: string; button: string };
  versions: { href: string; label: string };
}

const laddersPage = page<LaddersView>('staff/ladders/ladders');
const ladderPage = page<LadderView>('staff/ladders/ladder');

export function laddersView(files: readonly LadderFile[]): ShownPage {
  return laddersPage({
    title: w.tab,
    heading: w.heading,
    intro: w.intro,
    ladders: ladderNames.map((name) => {
      const file = files.find((one) => one.name === name)!;
      return {
        href: `${LADDERS}/${name}`,
        name: w.names[name],
        starts: w.starts[name],
        version: versionOf(file),
        runs: runsOf(file),
        edit: w.edit,
      };
    }),
  });
}

const versionOf = ({ versions: [newest] }: LadderFile): string =>
  newest ? w.changed(newest.version, dayInWords(localDateOf(newest.changedAt)), newest.by) : w.standard;

const runsOf = ({ openCases }: LadderFile): string => (openCases === 0 ? w.noRuns : w.runs(openCases));

export function ladderView(
  file: LadderFile,
  typed: Typed,
  line: TimeLine | null,
  faults: Faults = noFaults,
): ShownPage {
  const { name } = file;
  const f = new FormView('da', typed, faults);
  const seen = name === 'not-seen';
  const short = { width: 's', hint: w.durationHint } as const;
  const form: LadderView['form'] = {
    version: textIn(typed, 'udgave'),
    first: seen ? f.number('foerste', w.firstShifts, { hint: w.firstShiftsHint }) : null,
    always: seen ? f.choices('altid', '', { options: [{ value: 'ja', label: w.always }] }) : null,
    grace: seen ? f.input('frist', w.grace, { width: 's', hint: w.graceHint }) : null,
    hiddenGrace: seen ? '' : textIn(typed, 'frist'),
    hiddenAlways: seen ? '' : textIn(typed, 'altid'),
    steps: stepsIn(typed).map((step, at, all) => stepFields(f, at, all.length, faults, step)),
    call: f.input('ringer', w.call, short),
    drive: f.input('koerer', w.drive, short),
    other: f.input('andet', w.other, short),
    quiet: f.choices('ro', '', { hint: w.quietHint, options: [{ value: 'ja', label: w.quietOn }] }),
    quietFrom: f.time('roFra', w.from, { optional: true }),
    quietTo: f.time('roTil', w.to, { optional: true }),
  };
  return ladderPage({
    title: w.names[name],
    wide: true,
    heading: w.names[name],
    starts: w.starts[name],
    runs: runsOf(file),
    version: versionOf(file),
    words: {
      when: seen ? w.when : '',
      steps: w.steps,
      add: w.add,
      holds: w.holds,
      holdsHint: w.holdsHint,
      quiet: w.quiet,
      save: w.save,
      look: w.look,
    },
    form,
    errors: f.errors(),
    line,
    tryIt: {
      heading: w.tryIt,
      intro: w.tryIntro,
      action: `${LADDERS}/${name}/proev`,
      button: w.tryButton,
    },
    versions: { href: `${LADDERS}/${name}/udgaver`, label: w.allVersions },
    back: { href: LADDERS, label: w.back },
    messages: { gemt: w.saved, tilbage: w.restored, proevet: w.tried },
  });
}

function stepFields(
  f: FormView,
  at: number,
  count: number,
  faults: Faults,
  typed: readonly string[],
): StepFields {
  const of = (what: string): string => `trin.${at}.${what}`;
  const n = at + 1;
  const move = (what: string, label: string) => ({ value: `${what}-${at}`, label, of: w.ofStep(label, n) });
  return {
    legend: w.step(n),
    wrong: faults.list.some(({ field }) => field.startsWith(`trin.${at}.`)),
    after: f.input(of('efter'), w.after, { suffix: 'min.' }),
    what: f.choice(of('hvad'), w.what, {
      options: choices.map((value) => ({ value, label: labelOf(value) })),
    }),
    channel: f.choice(of('kanal'), w.channel, {
      options: Object.entries(w.channelNames).map(([value, label]) => ({ value, label })),
    }),
    more: {
      label: w.more,
      hint: w.moreHint,
      open:
        [typed[3], typed[4], typed[6]].some(Boolean) || faults.list.some(({ field }) => isMore(field, at)),
      from: f.time(of('fra'), w.hoursFrom, { optional: true }),
      to: f.time(of('til'), w.hoursTo, { optional: true }),
      otherwise: f.choice(of('ellers'), w.otherwise, {
        options: otherwises.map((value) => ({ value, label: w.otherwises[value] })),
      }),
      times: f.number(of('gange'), w.times, { optional: true }),
      every: f.input(of('hver'), w.every, { width: 's', optional: true, suffix: 'min.' }),
    },
    moves: [
      ...(at > 0 ? [move('op', w.up)] : []),
      ...(n < count ? [move('ned', w.down)] : []),
      move('fjern', w.remove),
    ],
  };
}

const isMore = (field: string, at: number): boolean =>
  ['fra', 'til', 'ellers', 'gange', 'hver'].some((name) => field === `trin.${at}.${name}`);

/** To whoever is on duty the text is the deputy's. */
const labelOf = (choice: string): string =>
  choice.startsWith('duty:') ? w.dutyMessage : w.messages[messageIn(choice)];

const messageIn = (choice: string): keyof typeof w.messages =>
  choice.split(':')[1] as keyof typeof w.messages;

const textIn = (typed: Typed, name: string): string => [typed[name] ?? ''].flat()[0]!;

export const isLadder = (name: string): name is LadderName => ladderNames.some((one) => one === name);
