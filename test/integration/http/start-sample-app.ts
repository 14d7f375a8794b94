import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { defaultSettings, type Staff } from '#domain';
import { MunicipalityRegister, PersistenceModule } from '#persistence';
import { Ids, Transactor } from '#use-cases';
import { ApiConfig, loadConfig } from '../../../apps/api/src/config.js';
import { hashOf } from '../../../apps/api/src/http/bearer-keys.js';
import { createApp } from '../../../apps/api/src/http/create-app.js';
import { HttpModule } from '../../../apps/api/src/http/http.module.js';
import { OpsModule } from '../../../apps/api/src/ops/ops.module.js';
import { CategoriesController } from '../../../apps/api/src/rest/categories/categories.controller.js';
import { MeController } from '../../../apps/api/src/rest/me/me.controller.js';
import { StaffController } from '../../../apps/api/src/rest/staff/staff.controller.js';
import { createTestDatabase } from '../../support/postgres-cluster.js';
import { SampleController } from './sample.controller.js';

const VEJLE = '0199a1b2-0000-7000-8000-000000000630';
const VARDE = '0199a1b2-0000-7000-8000-000000000573';
const METTE = '0199a1b2-0000-7000-8000-000000000001';
const COMPANY = '0199a1b2-0000-7000-8000-000000000002';

@Module({})
class SampleModule {
  static with(config: ApiConfig, controllers: Type[]): DynamicModule {
    return {
      module: SampleModule,
      global: true,
      imports: [
        PersistenceModule.forRootAsync({
          useFactory: () => ({
            databaseUrl: config.DATABASE_URL,
            poolSize: 20,
            masterKeys: config.masterKeys,
          }),
        }),
        HttpModule,
        OpsModule,
      ],
      controllers,
      providers: [{ provide: ApiConfig, useValue: config }],
      exports: [ApiConfig],
    };
  }
}

export interface SampleApp {
  app: NestFastifyApplication;
  url: string;
  keys: Record<'consultant' | 'leader' | 'employer' | 'integration' | 'otherMunicipality', string>;
  municipalityId: string;
  staffId: string;
  call(path: string, init?: CallOptions): Promise<Answer>;
  stop(): Promise<void>;
}

export interface CallOptions {
  method?: string;
  key?: string;
  body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  raw?: string | Uint8Array;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined when the answer is not JSON. */
  json: AnswerJson;
}

/** What the tests read of answers; an answer has some of these. */
export interface AnswerJson {
  code: string;
  title: string;
  instance: string;
  status: string | number;
  details: Record<string, unknown>;
  errors?: { path: string; message: string }[];
  items: { id: string; name: string }[];
  nextCursor: string | null;
  checks: Record<string, string>;
}

export interface SampleOptions {
  controllers?: Type[];
  logger?: Logger;
  /** Leads to the database by another address. */
  leadTo?: (databaseUrl: string) => string;
}

/** The foundation with sample routes over a database of its own, listening on a port of its own. */
export async function startSampleApp(
  more: NodeJS.ProcessEnv = {},
  { controllers = standard, logger, leadTo = (url) => url }: SampleOptions = {},
): Promise<SampleApp> {
  const database = await createTestDatabase();
  const config = loadConfig(ApiConfig, {
    NODE_ENV: 'test',
    PUBLIC_URL: 'https://smaajob.example',
    DATABASE_URL: leadTo(database.appUrl),
    SECRET_KEY: 'k'.repeat(40),
    SMS_WEBHOOK_SECRET: 's'.repeat(20),
    LOG_LEVEL: 'silent',
    RATE_LIMIT_PER_SECOND: '100000',
    ...more,
  });
  const app = await createApp(SampleModule.with(config, controllers), config, logger);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace(/\/$/, '');
  const keys = await seed(app);
  return {
    app,
    url,
    keys,
    municipalityId: VEJLE,
    staffId: METTE,
    call: (path, init) => call(url + path, init),
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}

const standard = [SampleController, MeController, CategoriesController, StaffController];

async function seed(app: NestFastifyApplication): Promise<SampleApp['keys']> {
  const register = app.get(MunicipalityRegister);
  await register.found({ id: VEJLE, code: '0630', name: 'Vejle', settings: defaultSettings });
  await register.found({ id: VARDE, code: '0573', name: 'Varde', settings: defaultSettings });
  const transactor = app.get(Transactor);
  const ids = app.get(Ids);
  const addKey = async (municipalityId: string, details: Record<string, string>): Promise<string> => {
    const key = `test-${ids.next()}`;
    await transactor.inMunicipality(municipalityId, (unit) =>
      unit.enlist({ kind: 'api-key', key: hashOf(key), subjectId: ids.next(), details }),
    );
    return key;
  };
  await transactor.inMunicipality(VEJLE, (unit) => unit.staff.insert(mette));
  return {
    consultant: await addKey(VEJLE, { role: 'consultant', staffId: METTE, name: 'Mette Holm' }),
    leader: await addKey(VEJLE, { role: 'leader', staffId: METTE, name: 'Mette Holm' }),
    employer: await addKey(VEJLE, { role: 'employer', companyId: COMPANY, name: 'Frugtlageret' }),
    integration: await addKey(VEJLE, { role: 'integration', name: 'Fagsystem' }),
    otherMunicipality: await addKey(VARDE, { role: 'consultant', staffId: METTE, name: 'Lars Varde' }),
  };
}

const mette: Staff = {
  id: METTE,
  municipalityId: VEJLE,
  name: 'Mette Holm',
  role: 'consultant',
  phone: '+4520123456',
  email: null,
  teamId: null,
  deputyId: null,
  contactHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' },
  active: true,
};

async function call(
  url: string,
  { method = 'GET', key, body, raw, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(content !== undefined && { body: content }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  const json = (isJson ? JSON.parse(text) : undefined) as AnswerJson;
  return { status: response.status, headers: response.headers, text, json };
}
