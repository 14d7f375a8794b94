import type { DeskScope, UrgentKind } from '#domain';

/** What the desk shows: all of it stands in the address. */
export interface DeskChoice {
  scope: DeskScope;
  kind?: UrgentKind | undefined;
  limit: number;
}

export const DESK = '/kommune';
/** Lines that stand on the page at first, and how many more each time. */
export const LINES = 40;
const MOST_LINES = 400;

const kinds: Record<UrgentKind, string> = {
  missing: 'mangler',
  message: 'beskeder',
  offer: 'tilbud',
  'silent-company': 'firmaer',
  task: 'opgaver',
  unconfirmed: 'blev-det-til-noget',
  'no-duty': 'uden-vagt',
};
const scopes: Record<DeskScope, string> = { mine: 'mine', team: 'teamet', all: 'kommunen' };

const keyOf = <K extends string>(names: Record<K, string>, text: unknown): K | undefined =>
  (Object.keys(names) as K[]).find((key) => names[key] === text);

type Query = Readonly<Record<string, unknown>>;

/** What an address, or the hidden fields of a form, say; what they say wrongly is not said. */
export function readChoice({ vis, hvis, antal }: Query): DeskChoice {
  const kind = keyOf(kinds, vis);
  const limit = typeof antal === 'string' && /^\d{1,3}$/.test(antal) ? Number(antal) : LINES;
  return {
    scope: keyOf(scopes, hvis) ?? 'mine',
    ...(kind && { kind }),
    limit: Math.min(Math.max(limit, LINES), MOST_LINES),
  };
}

const parts = ({ scope, kind, limit }: DeskChoice): [string, string][] => [
  ...(kind ? [['vis', kinds[kind]] as [string, string]] : []),
  ...(scope === 'mine' ? [] : [['hvis', scopes[scope]] as [string, string]]),
  ...(limit === LINES ? [] : [['antal', String(limit)] as [string, string]]),
];

export function deskAddress(choice: DeskChoice): string {
  const query = new URLSearchParams(parts(choice)).toString();
  return query === '' ? DESK : `${DESK}?${query}`;
}

/** The same as hidden fields: a form leads back to where it stood. */
export const choiceFields = (choice: DeskChoice): { name: string; value: string }[] =>
  parts(choice).map(([name, value]) => ({ name, value }));

/** `escalation:0199…` as the id of an element. */
export const lineId = (about: string): string => `l-${about.replace(':', '-')}`;
