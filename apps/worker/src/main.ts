import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfigOrExit } from '#configuration';
import { WorkerConfig } from './config.js';
import { createLog, NestLog } from './log.js';
import { WorkerModule } from './worker.module.js';
import { WorkerLife } from './worker-life.js';

const config = loadConfigOrExit(WorkerConfig);
const log = createLog(config.LOG_LEVEL);

const context = await NestFactory.createApplicationContext(WorkerModule.with(config, log), {
  logger: new NestLog(log),
  abortOnError: false,
});
const life = new WorkerLife(config, context, log);
life.begin();
