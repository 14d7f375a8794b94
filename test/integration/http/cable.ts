import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A cable to a server that can be pulled out and put back: what a network does, without touching the server. */
export class Cable {
  private readonly server = createServer((socket) => this.connect(socket));
  private readonly sockets = new Set<Socket>();
  private port = 0;
  private target = { host: '127.0.0.1', port: 0 };

  async lay(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** The same address, through the cable. */
  through = (url: string): string => {
    const address = new URL(url);
    this.target = { host: address.hostname, port: Number(address.port) };
    address.hostname = '127.0.0.1';
    address.port = String(this.port);
    return address.href;
  };

  async pull(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private connect(near: Socket): void {
    const far = connect(this.target);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
