import type { Role } from '#domain';
import { deskWords, type DeskFrameWords } from '../words/desk-frame.js';
import type { FrameWords } from '../words/frame-da.js';

/** The desk is in Danish also while somebody of the municipality reads an English page. */
type Labels = FrameWords['navigation'] & DeskFrameWords['navigation'];

interface Entry {
  href: string;
  label: keyof Labels;
  /** What is entered from here, with everything below; without it that is the page itself. */
  rooms?: readonly string[];
  /** A script writes beside it how much there is to do. */
  counted?: boolean;
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
const staff: readonly Entry[] = [
  { href: '/kommune', label: 'urgent', rooms: ['/kommune/sager', '/kommune/optaget'], counted: true },
  { href: '/kommune/borgere', label: 'citizens' },
  { href: '/kommune/job', label: 'smallJobs', rooms: ['/kommune/job', '/kommune/kort'] },
  { href: '/kommune/virksomheder', label: 'companies' },
  {
    href: '/kommune/forslag',
    label: 'proposals',
    rooms: ['/kommune/forslag', '/kommune/tilbud', '/kommune/aftaler'],
  },
  { href: '/kommune/vagter', label: 'allShifts', rooms: ['/kommune/vagter', '/kommune/timer'] },
  { href: '/kommune/uge', label: 'calendar' },
];
const more: Entry = { href: '/kommune/mere', label: 'more', rooms: ['/kommune'] };
const consultant: readonly Entry[] = [...staff, more];
const leader: readonly Entry[] = [...staff, { href: '/kommune/tal', label: 'figures' }, more];

const entries: Readonly<Record<Role | 'system', readonly Entry[]>> = {
  employer,
  citizen,
  consultant,
  leader,
  integration: [],
  system: [],
};

export interface NavigationLink {
  href: string;
  label: string;
  /** The page itself, or one that is entered from it. */
  active: boolean;
  current: boolean;
  counted: boolean;
}

/** The pages of a role; the one that is open, or from which the open one is entered, is marked. */
export function navigationOf(
  role: Role | 'system' | undefined,
  path: string,
  words: FrameWords,
): NavigationLink[] {
  const labels: Labels = { ...words.navigation, ...deskWords.navigation };
  const links = role === undefined ? [] : entries[role];
  const open =
    links.find(({ href }) => href === path) ??
    links
      .flatMap((link) => (link.rooms ?? [link.href]).map((room) => ({ link, room })))
      .filter(({ room }) => path.startsWith(`${room}/`) || path === room)
      .sort((a, b) => b.room.length - a.room.length)[0]?.link;
  return links.map(({ href, label, counted = false }) => ({
    href,
    label: labels[label],
    active: href === open?.href,
    current: href === path,
    counted,
  }));
}
