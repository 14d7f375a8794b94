import { expect } from '@jest/globals';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorKinds } from '#domain';
import { httpProblems } from '../../../apps/api/src/http/problem.js';

/** What swagger's ApiExcludeEndpoint leaves behind. */
const EXCLUDED = 'swagger/apiExcludeEndpoint';

interface Media {
  schema?: { $ref?: string };
  example?: unknown;
  examples?: Record<string, unknown>;
}

export interface Operation {
  operationId: string;
  security?: unknown;
  parameters: { $ref?: string; name?: string; in?: string; example?: unknown }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
  'x-roles': string[];
  'x-problems': string[];
  'x-calculates'?: boolean;
}

interface Schema {
  properties: Record<string, Record<string, unknown>>;
  additionalProperties?: boolean;
}

/** As much of OpenAPI as the tests look at. */
export interface ApiDescription {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    securitySchemes: Record<string, unknown>;
    examples: Record<string, { value: unknown }>;
  };
}

/** Every operation of a document, by its method and path. */
export const operationsOf = (document: ApiDescription): [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );

/** What must hold of the description of any app made with this foundation. */
export function expectCompleteDocument(app: NestFastifyApplication, document: ApiDescription): void {
  const operations = operationsOf(document);
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  // What a page does, machines do under /api/v1: there the document must leave nothing out.
  expect(operations.map(([name]) => name)).toHaveLength(countRoutes(app) - pagesOf(app).length);
  expect(pagesOf(app).filter((path) => path.startsWith('api'))).toEqual([]);
  expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
  for (const [name, operation] of operations) {
    expectToBeExplained(name, operation);
    expectToHaveExamples(name, operation);
    for (const code of operation['x-problems'])
      expect({ ...errorKinds, ...httpProblems }).toHaveProperty([code]);
  }
  expectNothingDangling(document);
}

function countRoutes(app: NestFastifyApplication): number {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const methods = [...tree.matchAll(/\(([A-Z, ]+)\)/g)].flatMap(([, listed]) => listed!.split(', '));
  return methods.filter((method) => method !== 'HEAD').length;
}

/** The addresses of pages, which say so with `@Page()`. */
function pagesOf(app: NestFastifyApplication): string[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      const { prototype } = metatype as { prototype: Record<string, object> };
      const places = [Reflect.getMetadata(PATH_METADATA, metatype as object) as string | string[]].flat();
      return scanner
        .getAllMethodNames(prototype)
        .map((name) => prototype[name]!)
        .filter((method) => Reflect.hasMetadata(EXCLUDED, method))
        .flatMap((method) => Reflect.getMetadata(PATH_METADATA, method) as string | string[])
        .flatMap((path) => places.map((place) => `${place}/${path}`.replace(/^\/+/, '')));
    });
}

function expectToBeExplained(name: string, operation: Operation): void {
  expect({ name, ...operation }).toMatchObject({
    summary: expect.stringMatching(/\S/),
    tags: [expect.any(String)],
    'x-roles': expect.arrayContaining([expect.any(String)]),
    'x-problems': expect.any(Array),
  });
  const statuses = Object.keys(operation.responses);
  expect({ name, answers: statuses.some((status) => status < '400') }).toEqual({ name, answers: true });
  expect({ name, statuses }).toEqual({ name, statuses: expect.arrayContaining(['429', '500']) });
  expect(operation.security !== undefined).toBe(!operation['x-roles'].includes('public'));
  if (operation.security)
    expect({ name, statuses }).toEqual({ name, statuses: expect.arrayContaining(['401', '403']) });
}

function expectToHaveExamples(name: string, { requestBody, responses, parameters }: Operation): void {
  const body = requestBody?.content['application/json'];
  if (body) expect({ name, example: body.example }).toEqual({ name, example: expect.any(Object) });
  for (const response of Object.values(responses)) {
    const json = response.content?.['application/json'];
    if (json?.schema?.$ref)
      expect({ name, example: json.example }).toEqual({ name, example: expect.any(Object) });
  }
  for (const parameter of parameters) {
    if (!parameter.$ref) expect({ name, ...parameter }).toMatchObject({ example: expect.anything() });
  }
}

/** No reference to nowhere, and no word of OpenAPI 3.0 that 3.1 does not know. */
function expectNothingDangling(document: ApiDescription): void {
  everyNode(document, (node, path) => {
    const { $ref } = node;
    if (typeof $ref === 'string') {
      expect({ path, $ref, found: leadsSomewhere($ref, document) }).toEqual({ path, $ref, found: true });
    }
    if (!path.includes('/example'))
      expect({ path, nullable: node['nullable'] }).toEqual({ path, nullable: undefined });
  });
}

const leadsSomewhere = (ref: string, document: object): boolean =>
  ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document) !==
  undefined;

function everyNode(
  node: unknown,
  visit: (node: Record<string, unknown>, path: string) => void,
  path = '#',
): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) visit(node as Record<string, unknown>, path);
  for (const [name, child] of Object.entries(node)) everyNode(child, visit, `${path}/${name}`);
}
