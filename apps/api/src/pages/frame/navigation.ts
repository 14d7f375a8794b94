import type { Role } from '#domain';
import type { FrameWords } from '../words/frame-da.js';

interface Entry {
  href: string;
  label: keyof FrameWords['navigation'];
}

const employer: readonly Entry[] = [
  { href: '/firma', label: 'overview' },
  { href: '/firma/uge', label: 'week' },
  { href: '/firma/timer', label: 'hours' },
  { href: '/firma/opgaver', label: 'tasks' },
  { href: '/firma/brugere', label: 'users' },
];
const citizen: readonly Entry[] = [
  { href: '/min-side', label: 'myPage' },
  { href: '/min-side/vagter', label: 'shifts' },
  { href: '/min-side/timer', label: 'hours' },
  { href: '/min-side/penge', label: 'money' },
  { href: '/min-side/om-mig', label: 'aboutMe' },
];
const staff: readonly Entry[] = [{ href: '/kommune', label: 'start' }];
const leader: readonly Entry[] = [...staff, { href: '/kommune/noegler', label: 'keys' }];

const entries: Readonly<Record<Role | 'system', readonly Entry[]>> = {
  employer,
  citizen,
  consultant: staff,
  leader,
  integration: [],
  system: [],
};

export interface NavigationLink {
  href: string;
  label: string;
  /** The page itself, or one below it. */
  active: boolean;
  current: boolean;
}

/** The pages of a role; the one that is open, or under which the open one lies, is marked. */
export function navigationOf(
  role: Role | 'system' | undefined,
  path: string,
  words: FrameWords,
): NavigationLink[] {
  const links = role === undefined ? [] : entries[role];
  const under = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return links.map(({ href, label }) => ({
    href,
    label: words.navigation[label],
    active: href === under?.href,
    current: href === path,
  }));
}
