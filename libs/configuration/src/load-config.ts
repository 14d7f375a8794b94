import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/**
 * Reads a configuration class from an environment. Everything that is wrong is told at once, by name and with
 * an example, and never with the value: a mistyped secret must not end up in a log.
 */
export function loadConfig<T extends object>(type: new () => T, env: NodeJS.ProcessEnv): T {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const config = plainToInstance(type, given);
  const errors = validateSync(config, {
    // Drops what the class does not name: the rest of the environment is none of our business.
    whitelist: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
  });
  if (errors.length === 0) return config;
  const lines = errors.map(
    ({ property, constraints }) => `  ${property} ${Object.values(constraints ?? {})[0]}`,
  );
  throw new Error(
    `The configuration is not complete:\n${lines.join('\n')}\nEvery variable is explained in .env.example.`,
  );
}

/** Before there is a configuration there is no log either: what is wrong goes to the terminal (EX_CONFIG). */
export function loadConfigOrExit<T extends object>(type: new () => T): T {
  try {
    return loadConfig(type, process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(78);
  }
}
