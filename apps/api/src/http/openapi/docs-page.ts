import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import handlebars from 'handlebars';
import { templatesFolder } from '../templates-folder.js';
import { fieldRows, type Schema } from './field-rows.js';
import type { OperationObject, Parameter } from './operations.js';

const folder = join(templatesFolder(), 'pages', 'docs');

export const docsStyle = (): string => readFileSync(join(folder, 'docs.css'), 'utf8');

/** The document as a page to read: plain HTML without scripts, so that the strict policy holds here too. */
export function docsPage(document: OpenAPIObject): string {
  const page = handlebars.create().compile(readFileSync(join(folder, 'docs.hbs'), 'utf8'), { strict: true });
  return page({
    title: document.info.title,
    version: document.info.version,
    paragraphs: readProse(document.info.description ?? ''),
    areas: areasOf(document),
  });
}

interface Area {
  name: string;
  anchor: string;
  operations: unknown[];
}

function areasOf(document: OpenAPIObject): Area[] {
  const areas = new Map<string, Area>();
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, found] of Object.entries(methods)) {
      const operation = found as OperationObject;
      const name = operation.tags?.[0] ?? 'Andet';
      const area = areas.get(name) ?? { name, anchor: anchorOf(name), operations: [] };
      areas.set(name, area);
      area.operations.push(readable(method, path, operation, schemas));
    }
  }
  return [...areas.values()];
}

function readable(
  method: string,
  path: string,
  operation: OperationObject,
  schemas: Record<string, Schema>,
): unknown {
  const { summary = '', description = '', parameters = [], requestBody, responses } = operation;
  const statuses = Object.entries(responses);
  const [success] = statuses.filter(([status]) => status < '400');
  return {
    method: method.toUpperCase(),
    path,
    anchor: operation.operationId ?? '',
    summary,
    description,
    roles: operation['x-roles'] ?? [],
    parameters: parameters.filter((one): one is Parameter => 'name' in one).map(readableParameter),
    fields: fieldRows(bodyName(operation), schemas),
    request: exampleText(requestBody?.content),
    status: success?.[0] ?? '',
    answer: exampleText(success?.[1].content),
    problems: statuses
      .filter(([status]) => status >= '400')
      .map(([status, response]) => ({ status, codes: (response.description ?? '').replaceAll('`', '') })),
  };
}

const bodyName = ({ requestBody }: OperationObject): string =>
  requestBody?.content['application/json']?.schema?.$ref?.split('/').at(-1) ?? '';

const readableParameter = ({ name, in: place, required, description, example }: Parameter): unknown => ({
  name,
  place: { path: 'sti', query: 'query', header: 'hoved' }[place] ?? place,
  required: required === true,
  description: (description ?? '').replaceAll('`', ''),
  example: typeof example === 'string' ? example : (JSON.stringify(example) ?? ''),
});

function exampleText(content: Record<string, { example?: unknown }> | undefined): string {
  const example = content?.['application/json']?.example;
  return example === undefined ? '' : JSON.stringify(example, null, 2);
}

const anchorOf = (name: string): string => name.toLocaleLowerCase('da').replace(/[^\p{L}\d]+/gu, '-');

/** The little markdown our descriptions use, without a parser: paragraphs; bold and code as plain words. */
const readProse = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\*\*|`/g, '').trim())
    .filter(Boolean);
