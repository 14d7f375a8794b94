import { dayInWords, instantInWords, localDateOf, type Actor, type DutyTurn } from '#domain';
import type { DutyDeskView } from '#use-cases';
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
import { dutyWords as w } from '../../words/desk-duty.js';

export const DUTY = '/kommune/vagtliste';
export type DutyFormName = 'ny' | 'byt' | 'vaek';

interface Press {
  action: string;
  label: string;
  of: string;
}

interface DutyView {
  heading: string;
  intro: string;
  errors: ErrorSummaryView | null;
  words: typeof w;
  none: string;
  lines: {
    when: string;
    name: string;
    team: string;
    notes: string[];
    remove: Press | null;
    back: Press | null;
  }[];
  asked: { text: string; inReturn: string; action: string }[];
  gaps: { href: string; label: string }[];
  isLeader: boolean;
  add: {
    who: ChoiceView;
    team: ChoiceView;
    fromDay: InputView;
    fromTime: InputView;
    toDay: InputView;
    toTime: InputView;
  };
  swap: { which: ChoiceView; whom: ChoiceView; inReturn: ChoiceView } | null;
  leaves: { text: string; back: Press | null }[];
  leave: { who: ChoiceView | null; from: InputView; to: InputView; standIn: ChoiceView };
  changes: { text: string; by: string }[];
}

const dutyPage = page<DutyView>('staff/duty/duty');

/** `wrong`: the one of the three forms that was refused. */
export function dutyView(
  desk: DutyDeskView,
  { staffId: me, role }: Actor & { staffId: string },
  wrong?: { form: DutyFormName; typed: Typed; faults: Faults },
): ShownPage {
  const formOf = (name: DutyFormName): FormView =>
    wrong?.form === name ? new FormView('da', wrong.typed, wrong.faults) : new FormView('da', {}, noFaults);
  const [add, swap, leave] = [formOf('ny'), formOf('byt'), formOf('vaek')];
  const nameOf = (id: string | null): string => desk.staff.find((one) => one.id === id)?.name ?? '';
  const turnOf = (id: string | null): DutyTurn | undefined =>
    desk.lines.find(({ turn }) => turn.id === id)?.turn;
  const whenOf = (id: string | null): string => {
    const turn = turnOf(id);
    return turn ? whenIn(turn) : '';
  };
  const isLeader = role === 'leader';
  const reachable = desk.staff.filter(({ active, phone }) => active && phone !== null);
  const people = (ones: readonly { id: string; name: string }[], first = w.choose) => [
    { value: '', label: first },
    ...ones.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const mine = desk.lines.filter(({ staff }) => staff.id === me);
  const theirs = desk.lines.filter(({ staff }) => staff.id !== me);
  const turns = (lines: DutyDeskView['lines'], first: string) => [
    { value: '', label: first },
    ...lines.map(({ turn, staff }) => ({ value: turn.id, label: `${staff.name}, ${whenIn(turn)}` })),
  ];
  return dutyPage({
    title: w.tab,
    heading: w.heading,
    intro: w.intro,
    wide: true,
    errors: add.errors() ?? swap.errors() ?? leave.errors(),
    words: w,
    messages: w.said,
    none: desk.lines.length === 0 ? w.none : '',
    lines: desk.lines.map(({ turn, staff, team, isAway, swap: asked }) => ({
      when: whenIn(turn),
      name: staff.name,
      team: team?.name ?? w.allTeams,
      notes: [
        ...(isAway ? [w.away] : []),
        ...(asked ? [w.asked(nameOf(asked.fromStaffId), nameOf(asked.toStaffId))] : []),
      ],
      remove: isLeader
        ? { action: `${DUTY}/${turn.id}/fjern`, label: w.remove, of: w.removeOf(staff.name, whenIn(turn)) }
        : null,
      back:
        asked?.fromStaffId === me
          ? { action: `${DUTY}/bytte/${asked.id}/fortryd`, label: w.takeBack, of: w.takeBack }
          : null,
    })),
    asked: desk.swaps
      .filter(({ toStaffId }) => toStaffId === me)
      .map(({ id, fromStaffId, turnId, returnTurnId }) => ({
        text: w.askedYou(nameOf(fromStaffId), whenOf(turnId)),
        inReturn: returnTurnId ? w.inReturn(nameOf(fromStaffId), whenOf(returnTurnId)) : '',
        action: `${DUTY}/bytte/${id}`,
      })),
    gaps: desk.gaps.map(({ shift, title }) => ({
      href: `/kommune/vagter/${shift.id}`,
      label: `${instantInWords(shift.startsAt)}: ${title}`,
    })),
    isLeader,
    add: {
      who: add.choice('hvem', w.who, { options: people(reachable) }),
      team: add.choice('team', w.team, { options: people(desk.teams, w.allTeams) }),
      fromDay: add.date('fraDag', w.fromDay, { value: localDateOf(desk.now) }),
      fromTime: add.time('fraKl', w.fromTime, { value: '16:00' }),
      toDay: add.date('tilDag', w.toDay, { value: localDateOf(desk.now) }),
      toTime: add.time('tilKl', w.toTime, { value: '20:00' }),
    },
    swap:
      mine.length > 0
        ? {
            which: swap.choice('vagt', w.swapWhich, { options: turns(mine, w.choose) }),
            whom: swap.choice('kollega', w.swapWith, {
              options: people(reachable.filter(({ id }) => id !== me)),
            }),
            inReturn: swap.choice('retur', w.swapReturn, { options: turns(theirs, w.noReturn) }),
          }
        : null,
    leaves: desk.leaves.map(({ id, staffId, standInId, from, to }) => ({
      text: w.onLeave(nameOf(staffId), dayInWords(from), dayInWords(to), nameOf(standInId)),
      back:
        staffId === me || isLeader
          ? { action: `${DUTY}/vaek/${id}/her`, label: w.here, of: w.hereOf(nameOf(staffId)) }
          : null,
    })),
    leave: {
      who: isLeader
        ? leave.choice('person', w.leaveWho, {
            value: me,
            options: people(desk.staff.filter(({ active }) => active)).slice(1),
          })
        : null,
      from: leave.date('fra', w.leaveFrom, { value: localDateOf(desk.now) }),
      to: leave.date('tilOgMed', w.leaveTo, { value: localDateOf(desk.now) }),
      standIn: leave.choice('svarer', w.standIn, { options: people(reachable, w.deputy) }),
    },
    changes: desk.changes.map((change) => ({
      text: w.change(
        change.what,
        nameOf(change.staffId),
        nameOf(change.beforeStaffId) || null,
        whenIn(change),
      ),
      by: w.by(nameOf(change.byStaffId), instantInWords(change.at)),
    })),
  });
}

const whenIn = ({ from, to }: Pick<DutyTurn, 'from' | 'to'>): string =>
  w.line(instantInWords(from), instantInWords(to));
