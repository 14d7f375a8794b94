import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { roles, type Role } from '#domain';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { ACCESS, type Access } from '../../../apps/api/src/http/roles.js';
import { signInAs } from '../../support/sign-in.js';
import { rowsOf } from '../../contracts/rows.js';
import { Transactor } from '#use-cases';
import { COMPANY, VEJLE } from './seed-keys.js';
import { startApp, type RunningApp } from './start-app.js';

interface Route {
  name: string;
  method: string;
  path: string;
  access: Access;
}

type Headers = Record<string, string>;

let product: RunningApp;
let routes: Route[];
const callers = new Map<Role, Headers>();
beforeAll(async () => {
  product = await startApp((config) => AppModule.with(config), {
    DEMO: 'on',
    PUBLIC_URL: 'http://127.0.0.1:3000',
  });
  routes = routesOf(product);
  for (const role of ['consultant', 'leader', 'employer', 'integration'] as const)
    callers.set(role, { authorization: `Bearer ${product.keys[role]}` });
  const citizen = rowsOf(VEJLE).citizen();
  await product.app.get(Transactor).inMunicipality(VEJLE, async (unit) => {
    await unit.companies.insert(rowsOf(VEJLE).company({ id: COMPANY }));
    await unit.citizens.insert(citizen);
  });
  const account = { kind: 'citizen', municipalityId: VEJLE, citizenId: citizen.id } as const;
  callers.set('citizen', (await signInAs(product.app, account)).headers);
});
afterAll(() => product.stop());

/** Every method of every controller, with something in the place of each parameter. */
function routesOf({ app }: RunningApp): Route[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      const type = metatype as unknown as { name: string; prototype: Record<string, object> };
      return scanner.getAllMethodNames(type.prototype).flatMap((name) => {
        const method = type.prototype[name]!;
        if (!Reflect.hasMetadata(METHOD_METADATA, method)) return [];
        return pathsOf(type, method).map((path) => ({
          name: `${type.name}.${name}`,
          method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number]!,
          path,
          access: Reflect.getMetadata(ACCESS, method) as Access,
        }));
      });
    });
}

function pathsOf(type: object, method: object): string[] {
  const outer = [Reflect.getMetadata(PATH_METADATA, type) as string | string[]].flat();
  const inner = [Reflect.getMetadata(PATH_METADATA, method) as string | string[]].flat();
  return outer.flatMap((first) =>
    inner.map((last) =>
      `/${first}/${last}`
        .replace(/\/+/g, '/')
        .replace(/(.)\/$/, '$1')
        .replace(/:\w+/g, filled),
    ),
  );
}

const filled = (parameter: string): string =>
  parameter.toLowerCase().endsWith('id') ? '0199a1b2-ffff-7000-8000-00000000ffff' : 'Zk3vQ0tPq8mYw1sXn5bR2g';

const call = ({ method, path }: Route, headers: Headers = {}) =>
  product.call(path, { method, headers, ...(method !== 'GET' && method !== 'DELETE' && { body: {} }) });

it('knows every route', () => {
  expect(routes.length).toBeGreaterThan(100);
  for (const path of [
    '/log-ind',
    '/kommune/noegler',
    '/api/v1/api-keys',
    '/demo/log-ind/Zk3vQ0tPq8mYw1sXn5bR2g',
  ])
    expect(routes.map((route) => route.path)).toContain(path);
});

/** What decides how the house does things, and what is told of colleagues and of the whole municipality. */
const leaders = [
  /^\/kommune\/(tal|trin|tekster|brugere|indstillinger|drift)(\/|$)/,
  /^\/api\/v1\/(settings|teams|reports\/figures|reports\/monitoring\/figures)(\/|$)/,
];
/** But for *Optaget*, which everybody says of oneself. */
const leadersWhenWritten = /^\/api\/v1\/(ladders|texts|staff)(?!.*\/busy$)(\/|$)/;

it('keeps the rooms of leaders to leaders', () => {
  const theirs = routes.filter(
    ({ method, path }) =>
      leaders.some((room) => room.test(path)) || (method !== 'GET' && leadersWhenWritten.test(path)),
  );
  expect(theirs.length).toBeGreaterThan(40);
  for (const { name, method, access } of theirs)
    expect([name, method, access]).toEqual([name, method, ['leader']]);
});

it('lets nobody in without showing who one is, where somebody is asked for', async () => {
  for (const route of routes.filter(({ access }) => access !== 'public')) {
    const { status, headers, json } = await call(route);
    const isPage = !route.path.startsWith('/api/');
    const answer = isPage ? [status, headers.get('location')] : [status, json?.code];
    const expected = isPage ? [303, expect.stringMatching(/^\/log-ind\?til=%2F/)] : [401, 'unauthorized'];
    expect([route.name, ...answer]).toEqual([route.name, ...expected]);
  }
});

it.each(roles)('lets a %s in where this role is named, and nowhere else', async (role) => {
  const headers = callers.get(role)!;
  for (const route of routes.filter(({ access }) => access !== 'public')) {
    const { status, json } = await call(route, headers);
    const isNamed = (route.access as readonly Role[]).includes(role);
    const isRefused = status === 403 && (json === undefined || json.code === 'forbidden');
    expect([route.name, role, isRefused, status]).toEqual([route.name, role, !isNamed, expect.any(Number)]);
    expect([route.name, role, status === 401 || status >= 500]).toEqual([route.name, role, false]);
  }
});
