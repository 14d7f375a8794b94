import type { Staff, Team, Weekday } from '#domain';
import type { StaffInput } from '#use-cases';
import { email, instant, list, oneOf, phone, text, uuid } from '../../../http/fields/index.js';
import { clockTime, FormView, type ChoiceView, type InputView } from '../../frame/form/index.js';
import { usersWords as w } from '../../words/desk-users.js';

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
const roles = ['consultant', 'leader'] as const;

export class UserForm {
  @text({ max: 200, example: 'Sofie Lauritsen' }) navn!: string;
  @email({ optional: true }) email?: string;
  @phone({ optional: true }) telefon?: string;
  @oneOf(roles) rolle!: (typeof roles)[number];
  @uuid({ optional: true }) team?: string;
  @uuid({ optional: true }) stedfortraeder?: string;
  @list(oneOf(weekdays), { max: 7 }) dage!: (typeof weekdays)[number][];
  @clockTime({ example: '08:00' }) fra!: string;
  @clockTime({ example: '15:30' }) til!: string;
}

/** With when the page was made: a colleague may have changed the same person since. */
export class ChangeUserForm extends UserForm {
  @instant({ optional: true }) set?: string;
}

export const userInput = (form: UserForm): StaffInput => ({
  name: form.navn,
  role: form.rolle,
  email: form.email ?? null,
  phone: form.telefon ?? null,
  teamId: form.team ?? null,
  deputyId: form.stedfortraeder ?? null,
  contactHours: { weekdays: form.dage.map(Number) as Weekday[], from: form.fra, to: form.til },
});

export const atField = {
  'staff.email-taken': 'email',
  'staff.deputy-invalid': 'stedfortraeder',
  'staff.hours-invalid': 'til',
  'staff.last-leader': 'rolle',
  'staff.not-oneself': 'rolle',
  'team.not-found': 'team',
} as const;

export interface UserFields {
  name: InputView;
  email: InputView;
  phone: InputView;
  role: ChoiceView;
  team: ChoiceView;
  deputy: ChoiceView;
  days: ChoiceView;
  from: InputView;
  to: InputView;
}

export function userFields(
  f: FormView,
  { staff, colleagues, teams }: { staff: Staff | null; colleagues: readonly Staff[]; teams: readonly Team[] },
): UserFields {
  const named = (rows: readonly { id: string; name: string }[], none: string) => [
    { value: '', label: none },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return {
    name: f.input('navn', w.name, { max: 200, value: staff?.name ?? '' }),
    email: f.input('email', w.email, {
      type: 'email',
      inputmode: 'email',
      optional: true,
      hint: w.emailHint,
      value: staff?.email ?? '',
    }),
    phone: f.input('telefon', w.phone, {
      type: 'tel',
      inputmode: 'tel',
      optional: true,
      width: 'm',
      hint: w.phoneHint,
      value: staff?.phone?.replace(/^\+45/, '') ?? '',
    }),
    role: f.choice('rolle', w.role, {
      hint: w.roleHint,
      value: staff?.role ?? 'consultant',
      options: roles.map((value) => ({ value, label: w.roleNames[value] })),
    }),
    team: f.choice('team', w.team, {
      optional: true,
      value: staff?.teamId ?? '',
      options: named(teams, w.noTeam),
    }),
    deputy: f.choice('stedfortraeder', w.deputy, {
      optional: true,
      hint: w.deputyHint,
      value: staff?.deputyId ?? '',
      options: named(colleagues, w.nobody),
    }),
    days: f.choices('dage', w.days, {
      value: (staff?.contactHours.weekdays ?? [1, 2, 3, 4, 5]).map(String),
      options: weekdays.map((value, at) => ({ value, label: w.dayNames[at]! })),
    }),
    from: f.time('fra', w.from, { value: staff?.contactHours.from ?? '08:00' }),
    to: f.time('til', w.to, { value: staff?.contactHours.to ?? '15:30' }),
  };
}
