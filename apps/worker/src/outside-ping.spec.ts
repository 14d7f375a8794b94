import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../../test/support/until.js';
import { outsidePing } from './outside-ping.js';

let server: Server;
let asked: string[];
let url: string;
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(`${request.method!} ${request.url!}`);
    response.writeHead(500).end('whatever it says');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

it('calls at once, then once a minute at most however often there is an audit', async () => {
  let milliseconds = 1_000;
  const ping = outsidePing(url, () => milliseconds);
  ping();
  ping();
  milliseconds = 55_999;
  ping();
  await until('the first call', () => asked.length > 0);
  expect(asked).toEqual(['GET /ping']);
  milliseconds = 56_000;
  ping();
  await until('the second call', () => asked.length > 1);
  expect(asked).toHaveLength(2);
});

it('calls nobody where nobody was named, and bears whoever does not answer', async () => {
  outsidePing(undefined)();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  const rejected: unknown[] = [];
  const note = (reason: unknown) => rejected.push(reason);
  process.on('unhandledRejection', note);
  outsidePing(url)();
  await new Promise((resolve) => setTimeout(resolve, 200));
  process.off('unhandledRejection', note);
  expect([asked, rejected]).toEqual([[], []]);
});
