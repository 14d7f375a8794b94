import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { ApiConfig, loadConfig } from './config.js';
import { createApp } from './http/create-app.js';
import { runUntilStopped } from './http/lifetime.js';

const config = readConfig();
await runUntilStopped(await createApp(AppModule.with(config), config), config);

/** Before there is a configuration there is no log either: what is wrong goes to the terminal. */
function readConfig(): ApiConfig {
  try {
    return loadConfig(ApiConfig, process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(78);
  }
}
