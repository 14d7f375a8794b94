import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { loadConfigOrExit } from '#configuration';
import { checkTemplates } from '#notifications';
import { WorkerConfig } from './config.js';
import { WorkerModule } from './worker.module.js';
import { WorkerLife } from './worker-life.js';

const config = loadConfigOrExit(WorkerConfig);
const log = pino({
  level: config.LOG_LEVEL,
  base: { service: 'worker' },
  timestamp: pino.stdTimeFunctions.isoTime,
});

/** A message that cannot be written is found out now, not on somebody's first morning at work. */
checkTemplates();
const context = await NestFactory.createApplicationContext(WorkerModule.with(config, log), {
  logger: ['error', 'warn'],
  abortOnError: false,
});
const life = new WorkerLife(config, context, log);
life.begin();
