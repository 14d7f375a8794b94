import { dayInWords, deskScopes, firstName, localTimeOf, timeInWords, urgentKinds } from '#domain';
import type { Desk } from '#use-cases';
import type { ErrorSummaryView } from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { frameWords } from '../../words/index.js';
import { urgentWords as w } from '../../words/desk-urgent.js';
import { whenInWords } from '../../words/when-in-words.js';
import { choiceFields, deskAddress, LINES, type DeskChoice } from './desk-address.js';
import type { Refused } from './row-form.js';
import { lineView } from './urgent-line-view.js';
import { doneFrom } from './undo.js';
import type { LineView, TapsView, TapView } from './urgent-views.js';

interface Link {
  href: string;
  label: string;
  count: string;
  current: boolean;
}

interface DeskView {
  heading: string;
  /** What does not work now, and what to do meanwhile. */
  standstill: string[];
  total: string;
  updated: string;
  /** Where a script looks for what is new. */
  self: string;
  /** The time that a script says when it can get nothing newer. */
  seen: string;
  trouble: typeof w.trouble;
  scopesLabel: string;
  scopes: Link[];
  kindsLabel: string;
  kinds: Link[];
  lines: LineView[];
  errors: ErrorSummaryView | null;
  undo: TapView | null;
  empty: string;
  more: { href: string; label: string } | null;
  today: { heading: string; parts: string[] };
  busy: { href: string; label: string; lines: string[] };
  keep: { name: string; value: string }[];
}

const deskPage = page<DeskView>('staff/desk/desk');

export function deskView(
  desk: Desk,
  choice: DeskChoice,
  me: string,
  refused?: Refused,
  said?: unknown,
): ShownPage {
  const { now } = desk;
  const looking = { me, now };
  const lines = desk.lines.map((line) => lineView(line, looking, refused));
  const left = desk.total - desk.lines.length;
  return deskPage({
    title: w.tab,
    wide: true,
    ...doneFrom(said),
    heading: w.heading,
    standstill: standstillOf(desk),
    total: String(desk.inScope),
    updated: w.updated(timeInWords(localTimeOf(now))),
    self: deskAddress(choice),
    seen: timeInWords(localTimeOf(now)),
    trouble: w.trouble,
    scopesLabel: w.scopesLabel,
    scopes: deskScopes.map((scope) => ({
      href: deskAddress({ ...choice, scope, limit: LINES }),
      label: w.scopes[scope],
      count: '',
      current: scope === choice.scope,
    })),
    kindsLabel: w.kindsLabel,
    kinds: kindLinks(desk, choice),
    lines,
    errors: errorsOf(lines, refused),
    empty: choice.kind ? w.emptyKind : w.empty[choice.scope],
    more:
      left > 0
        ? {
            href: deskAddress({ ...choice, limit: choice.limit + LINES }),
            label: w.more(Math.min(left, LINES)),
          }
        : null,
    today: { heading: w.today, parts: todayParts(desk) },
    busy: {
      href: '/kommune/optaget',
      label: w.busy.short,
      lines: desk.busy.map(({ staff, standIn }) => {
        const time = whenInWords(staff.busyUntil!, now);
        const who = standIn?.id === me ? 'Du' : (standIn?.name ?? w.somebody);
        if (staff.id === me) return w.busy.now(time, who);
        return w.busyUntil(staff.name, time, who);
      }),
    },
    keep: choiceFields(choice),
  });
}

/** Everybody hears that messages do not go out; whose matter the machines are, leaders only. */
function standstillOf({ standstill, me, now }: Desk): string[] {
  if (!standstill) return [];
  const { kind, silentSince } = standstill;
  const since = whenInWords(silentSince, now);
  const toLeader = me?.role === 'leader';
  if (kind === 'workers-silent')
    return [w.standstill.messages, ...(toLeader ? [w.standstill.tellOperations(since)] : [])];
  return toLeader ? [w.standstill.watch(since)] : [];
}

function kindLinks({ counts, inScope }: Desk, choice: DeskChoice): Link[] {
  const { scope } = choice;
  const all: Link = {
    href: deskAddress({ scope, limit: LINES }),
    label: w.all,
    count: String(inScope),
    current: choice.kind === undefined,
  };
  // A filter that would find nothing is not offered, but for the one that is on.
  const some = urgentKinds.filter((kind) => counts[kind] > 0 || kind === choice.kind);
  return [
    all,
    ...some.map((kind) => ({
      href: deskAddress({ scope, kind, limit: LINES }),
      label: w.kinds[kind],
      count: String(counts[kind]),
      current: kind === choice.kind,
    })),
  ];
}

function todayParts({ today }: Desk): string[] {
  return [
    w.meetings(today.meetings),
    w.shiftsNow(today.shiftsNow),
    ...today.covers.map(({ by, of, to }) =>
      w.cover(firstName(by), of ? firstName(of) : w.somebody, dayInWords(to)),
    ),
  ];
}

/** What could not be done: at its field when there is one. The row may have gone meanwhile; then it is said all the same. */
export function errorsOf(lines: readonly TapsView[], refused: Refused | undefined): ErrorSummaryView | null {
  if (!refused) return null;
  const atFields = lines.flatMap(({ folds }) => folds).flatMap(({ errors }) => errors);
  const plain = refused.faults.list.map(({ text }) => ({ href: '', text: text.da }));
  return { heading: frameWords.da.pleaseCorrect, errors: atFields.length > 0 ? atFields : plain };
}
