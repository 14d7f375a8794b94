import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

const DELAY_MS = 400;

interface Pair {
  near: Socket;
  far: Socket;
  /** Nothing passes any more, and neither end is told. */
  dead: boolean;
}

/**
 * A wire between one process and another. It can be slow, it can be cut, and it can go dead without telling either end:
 * then nothing passes, and nobody hangs up.
 */
export class Wire {
  private readonly pairs = new Set<Pair>();
  private how: 'well' | 'delay' | 'half-open' | 'cut' = 'well';
  private readonly server = createServer((near) => this.join(near));

  constructor(private readonly targetPort: number) {}

  async open(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  /** `cut` breaks what is open and lets nobody in until it is mended. */
  disturb(how: 'delay' | 'half-open' | 'cut'): void {
    this.how = how;
    if (how === 'cut') this.breakAll();
    if (how === 'half-open') for (const pair of this.pairs) pair.dead = true;
  }

  /** New connections pass. Those that were dead stay dead, as behind a wall that forgot them. */
  mend(): void {
    this.how = 'well';
  }

  close(): void {
    this.server.close();
    this.breakAll();
  }

  private join(near: Socket): void {
    if (this.how === 'cut') return void near.destroy();
    const far = connect(this.targetPort, '127.0.0.1');
    const pair: Pair = { near, far, dead: this.how === 'half-open' };
    this.pairs.add(pair);
    const end = (): void => {
      // Whoever is on a dead wire does not hear that the other one left.
      if (pair.dead) return;
      this.pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    this.pass(near, far, pair);
    this.pass(far, near, pair);
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
  }

  private pass(from: Socket, to: Socket, pair: Pair): void {
    from.setNoDelay(true);
    from.on('data', (data) => {
      if (pair.dead) return;
      if (this.how === 'delay') setTimeout(() => to.writable && to.write(data), DELAY_MS);
      else to.write(data);
    });
  }

  private breakAll(): void {
    for (const { near, far } of this.pairs) {
      near.destroy();
      far.destroy();
    }
    this.pairs.clear();
  }
}
