import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { freePort, tryPort } from './free-port.js';

describe('a free port', () => {
  it('is one that no outgoing connection is given, and that can be listened on', async () => {
    for (let asked = 0; asked < 20; asked += 1) {
      const port = await freePort();
      expect(port).toBeGreaterThanOrEqual(20_000);
      expect(port).toBeLessThan(32_000);
      expect(await tryPort(port)).toBe(port);
    }
  });

  it('is none that somebody listens on', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await tryPort(port)).toBeNull();
    server.close();
    await once(server, 'close');
    expect(await tryPort(port)).toBe(port);
  });
});
