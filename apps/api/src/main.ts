import 'reflect-metadata';
import { loadConfigOrExit } from '#configuration';
import { AppModule } from './app.module.js';
import { ApiConfig } from './config.js';
import { createApp } from './http/create-app.js';
import { runUntilStopped } from './http/lifetime.js';

const config = loadConfigOrExit(ApiConfig);
await runUntilStopped(await createApp(AppModule.with(config), config), config);
