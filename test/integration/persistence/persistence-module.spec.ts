import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { IdempotentRequests, MunicipalityRegister, PersistenceModule, VitalRecords } from '#persistence';
import { Ids, Secrets, Transactor, VitalSigns } from '#use-cases';
import { municipality } from '../../contracts/rows.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The settings come from a module of the application, as they will. */
const start = (databaseUrl: string) => {
  @Module({
    providers: [{ provide: 'CONFIG', useValue: { databaseUrl } }],
    exports: ['CONFIG'],
  })
  class ConfigModule {}

  @Module({
    imports: [
      PersistenceModule.forRootAsync({
        imports: [ConfigModule],
        inject: ['CONFIG'],
        useFactory: (config: { databaseUrl: string }) => ({
          databaseUrl: config.databaseUrl,
          masterKeys: [{ id: 'k1', key: Buffer.alloc(32, 7) }],
        }),
      }),
    ],
  })
  class AppModule {}

  return NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false });
};

test('offers what implements the ports, over one connection that it closes', async () => {
  const app = await start(database.appUrl);
  const settled = municipality();
  await app.get(MunicipalityRegister).found(settled);
  const read = await app.get(Transactor).inMunicipality(settled.id, (unit) => unit.municipality());
  expect(read).toEqual(settled);
  expect(app.get(Ids).next()).toMatch(/^[0-9a-f-]{36}$/);
  expect(app.get(Secrets).linkToken('a')).toHaveLength(22);
  expect(app.get(IdempotentRequests)).toBeInstanceOf(IdempotentRequests);
  expect(app.get(VitalSigns)).toBeInstanceOf(VitalRecords);
  const dataSource = app.get(DataSource);
  await app.close();
  expect(dataSource.isInitialized).toBe(false);
});

test('does not start with a role that row level security does not bind, and does not try twice', async () => {
  const began = Date.now();
  await expect(start(database.ownerUrl)).rejects.toThrow(/"fodfaeste_owner" owns \d+ tables/);
  expect(Date.now() - began).toBeLessThan(1_000);
});
