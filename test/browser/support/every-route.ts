import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Place } from '../pages/index.js';
import { CookieJar } from './cookie-jar.js';
import { formsIn } from './forms-in.js';

/** Read from the compiled controllers: a new route of a form is noticed. */
export const postedRoutes = (): string[] =>
  JSON.parse(
    execFileSync(process.execPath, [join(import.meta.dirname, 'posted-routes.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    }),
  ) as string[];

const matches = (route: string, address: string): boolean =>
  new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(address);
const parameters = (route: string): number => route.split(':').length;

/** Where a form goes: of `/bytte/:id` and `/bytte/ny` the one that says more. */
export function routeOf(action: string, routes: readonly string[]): string | undefined {
  const address = action.split(/[?#]/)[0]!;
  return routes.filter((route) => matches(route, address)).sort((a, b) => parameters(a) - parameters(b))[0];
}

/** Of the right kind, and nobody's; ids are made up where no kind is named. */
const ofKind: Readonly<Record<string, string>> = {
  token: 'x'.repeat(22),
  month: '2026-10',
  language: 'da',
  channel: 'sms',
  name: 'findes-ikke',
  step: 'uge',
  handling: 'aflys',
  n: '1',
};
export const madeUp = (route: string): string =>
  route.replace(/:(\w+)/g, (_, name: string) => ofKind[name] ?? randomUUID());

interface Role {
  as: string;
  start: string;
  /** A page of theirs with a form. */
  page: string;
}
const roles: readonly Role[] = [
  { as: 'ali', start: '/firma', page: '/firma/brugere' },
  { as: 'birgitte', start: '/kommune', page: '/kommune/noegler/ny' },
  { as: 'samir', start: '/min-side', page: '/min-side/kontakt' },
];
/** Whose a route is by its prefix; undefined: anybody may send it. */
export const roleOf = (route: string): Role | undefined =>
  roles.find(({ start }) => route === start || route.startsWith(`${start}/`));

/** A browser of who may be there, and a mark that its forms have. */
export async function someoneAt(
  place: Place,
  role: Role | undefined,
): Promise<{ jar: CookieJar; mark: string }> {
  const jar = new CookieJar(place.url, role && (await place.cookieHeader(role.as)));
  const path = role?.page ?? '/log-ind/borger';
  const { html } = await jar.ask(path);
  const mark = formsIn(html, path)
    .flatMap(({ fields }) => fields)
    .find(({ name }) => name === '_csrf');
  if (!mark) throw new Error(`${path} has no form with a mark`);
  return { jar, mark: mark.value };
}
