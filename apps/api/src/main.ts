import 'reflect-metadata';
import { loadConfigOrExit } from '#configuration';
import { AppModule } from './app.module.js';
import { ApiConfig } from './config.js';
import { createApp } from './http/create-app.js';
import { runUntilStopped } from './http/lifetime.js';
import { ApiDocument } from './http/openapi/api-document.js';
import { dieBeforeAnswer } from './ops/die-before-answer.js';

const config = loadConfigOrExit(ApiConfig);
const app = await createApp(AppModule.with(config), config);
// Made now, so that nobody waits for it, and a description that cannot be made stops the start.
void app.get(ApiDocument).document;
if (config.crashPoints) dieBeforeAnswer(app, config.crashPoints);
await runUntilStopped(app, config);
