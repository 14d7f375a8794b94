import { deskJumps } from '../../frame/desk-jumps.js';
import { page, type ShownPage } from '../../frame/page.js';
import { moreWords as w } from '../../words/desk-more.js';

interface MoreView {
  heading: string;
  groups: { heading: string; doors: { href: string; label: string; text: string }[] }[];
}

const morePage = page<MoreView>('staff/more/more');

type Door = readonly [keyof typeof w.doors, string];

const work: readonly Door[] = [
  ['offers', '/kommune/tilbud'],
  ['agreements', '/kommune/aftaler'],
  ['messages', '/kommune/beskeder'],
  ['months', '/kommune/timer'],
  ['map', '/kommune/kort'],
  ['several', '/kommune/forslag/flere'],
  ['assignment', '/kommune/fordeling'],
  ['import', '/kommune/indlaes'],
  ['busy', '/kommune/optaget'],
  ['duty', '/kommune/vagtliste'],
];
const setUp: readonly Door[] = [
  ['ladders', '/kommune/trin'],
  ['texts', '/kommune/tekster'],
  ['users', '/kommune/brugere'],
  ['settings', '/kommune/indstillinger'],
  ['keys', '/kommune/noegler'],
  ['operations', '/kommune/drift'],
];
const tools: readonly Door[] = [
  ['calculator', '/beregn'],
  ['keyboard', '/kommune/tastatur'],
  ['docs', '/api/docs'],
];

export function moreView(isLeader: boolean): ShownPage {
  const groups: [string, readonly Door[]][] = [
    [w.groups.work, work],
    ...(isLeader ? ([[w.groups.setUp, setUp]] as [string, readonly Door[]][]) : []),
    [w.groups.tools, tools],
  ];
  return morePage({
    title: w.tab,
    heading: w.heading,
    wide: true,
    groups: groups.map(([heading, doors]) => ({
      heading,
      doors: doors.map(([name, href]) => ({ href, label: w.doors[name][0]!, text: w.doors[name][1]! })),
    })),
  });
}

interface KeyboardView {
  heading: string;
  intro: string;
  key: string;
  does: string;
  then: string;
  rows: { keys: string[]; does: string; href: string }[];
  letters: string;
  lettersHint: string;
}

const keyboardPage = page<KeyboardView>('staff/more/keyboard');

export function keyboardView(): ShownPage {
  return keyboardPage({
    title: w.keysTab,
    heading: w.keysHeading,
    intro: w.keysIntro,
    key: w.key,
    does: w.does,
    then: w.then,
    rows: [
      { keys: ['?'], does: w.thisHelp, href: '' },
      { keys: ['/'], does: w.search, href: '' },
      { keys: ['n'], does: w.nextLine, href: '' },
      { keys: ['f'], does: w.lineBefore, href: '' },
      { keys: ['Esc'], does: w.closes, href: '' },
      ...deskJumps.map(({ key, href, label }) => ({ keys: ['g', key], does: label, href })),
    ],
    letters: w.letters,
    lettersHint: w.lettersHint,
  });
}
