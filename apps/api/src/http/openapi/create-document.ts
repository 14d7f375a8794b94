import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { cookies } from '../session/cookies.js';
import { documentedClasses } from './documented-classes.js';
import { completeOperation, type OperationObject } from './operations.js';
import { problemExamples } from './problem-responses.js';
import { problemSchema, schemaOf } from './schemas.js';

const DESCRIPTION = `Lønnede småjobs i kommunerne: slå småjob op, find den rette, tilbyd, aftal, mød op, og reagér, når nogen ikke gør.

**Hvem.** \`Authorization: Bearer <nøgle>\`. En nøgle hører til én kommune og én rolle; \`x-roles\` siger, hvem der må hvad.
**Fejl** er \`application/problem+json\` (RFC 9457) med en fast \`code\`. **Gentagelse.** Hver POST tager \`Idempotency-Key\`: samme nøgle og indhold giver samme svar i 24 timer. Hvor der står \`x-calculates\`, ændres intet, og der regnes igen.
**Lister** svarer \`{items, nextCursor}\`. **Værdier.** Tidspunkter er ISO 8601 med forskydning; dage og klokkeslæt er danske; penge er hele øre; telefonnumre er E.164. Ukendte felter afvises.`;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    '1 til 200 synlige ASCII-tegn. Den samme igen giver samme svar i 24 timer, med `Idempotency-Replayed: true`; hvor der kun regnes (`x-calculates`), regnes der igen.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  example: '2f8a3c1e-offer-42',
};

/** OpenAPI 3.1 made from the controllers; the schemas are those of the fields that check the requests. */
export function createDocument(app: INestApplication, publicUrl: string): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle('Fodfæste')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/da/')
    .addServer(publicUrl)
    .addSecurity('key', { type: 'http', scheme: 'bearer', description: 'En nøgle fra kommunens leder.' })
    .addSecurity('session', {
      type: 'apiKey',
      in: 'cookie',
      name: cookies.session,
      description: 'Den, der har logget ind. Det, der ændrer noget, kræver også X-CSRF-Token.',
    })
    .build();
  const document = SwaggerModule.createDocument(app, frame, {
    // A route with two addresses is numbered by Nest as `method[1]`, which no code generator can use.
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}.${method.replace(/\[(\d+)\]$/, '$1')}`,
  });
  const classes = documentedClasses();
  document.components = {
    ...document.components,
    schemas: {
      ...Object.fromEntries([...classes].map(([name, known]) => [name, schemaOf(known)])),
      Problem: problemSchema,
    },
    parameters: { IdempotencyKey: idempotencyKey },
    examples: problemExamples(),
  } as NonNullable<OpenAPIObject['components']>;
  for (const methods of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      completeOperation(method, operation as OperationObject, classes);
    }
  }
  return document;
}
