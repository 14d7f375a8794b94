import type { Ready } from './start-product.js';

const isColourful = process.stdout.isTTY && !process.env.NO_COLOR;

export const bold = (text: string): string => paint('1', text);
export const dim = (text: string): string => paint('2', text);
export const green = (text: string): string => paint('32', text);
export const red = (text: string): string => paint('31', text);

function paint(code: string, text: string): string {
  return isColourful ? `\u001b[${code}m${text}\u001b[0m` : text;
}

/** The line for machines first, then the same for people. */
export function announce(ready: Ready, dataDir: string): string {
  const outbox = new URL('/', ready.outbox).href;
  const width = Math.max(0, ...ready.people.map(({ role, name }) => role.length + name.length + 3));
  const people = ready.people.map(
    ({ role, name, signIn }) => `  ${`${name} (${role})`.padEnd(width)}  ${signIn}`,
  );
  const keyWidth = Math.max(0, ...Object.keys(ready.keys).map((role) => role.length));
  const keys = Object.entries(ready.keys).map(([role, key]) => `  ${role.padEnd(keyWidth)}  ${key}`);
  return [
    JSON.stringify(ready),
    '',
    `${green('Fodfæste is running')}  ${bold(ready.url)}`,
    `Messages land in     ${bold(outbox)}`,
    `Every message        ${new URL('/beskeder', ready.outbox).href}`,
    `Interface            ${ready.url}/api/docs`,
    ...(people.length > 0 ? ['', bold('Sign in as'), ...people] : []),
    '',
    bold('Keys for the interface'),
    ...keys,
    '',
    dim(`Data and logs: ${dataDir}. Ctrl-C stops everything; npm start -- --fresh begins anew.`),
    '',
  ].join('\n');
}
