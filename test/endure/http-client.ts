import { Agent, request } from 'node:http';

export interface Asked {
  kind: string;
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** The row or the name by which the effect of a write is found again. */
  about?: string;
}

export interface Answered {
  /** 0: there was no answer; `text` says why. */
  status: number;
  text: string;
}

const ANSWERS_WITHIN_MS = 30_000;

/** One address, asked over connections that are kept open, as proxies and programs do. Nothing is sent twice. */
export class HttpClient {
  /** Requests that are not answered yet. */
  open = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 100 });

  constructor(readonly url: string) {}

  async send({ method, path, headers, body }: Omit<Asked, 'kind'>): Promise<Answered> {
    this.open += 1;
    try {
      return await new Promise<Answered>((resolve) => {
        const broken = (error: NodeJS.ErrnoException): void =>
          resolve({ status: 0, text: error.code ?? error.message });
        const sent = request(new URL(path, this.url), { method, headers, agent: this.agent }, (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (part: string) => (text += part));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
          answer.on('error', broken);
        });
        sent.on('error', broken);
        sent.setTimeout(ANSWERS_WITHIN_MS, () => sent.destroy(new Error('no answer in time')));
        sent.end(body);
      });
    } finally {
      this.open -= 1;
    }
  }

  close(): void {
    this.agent.destroy();
  }
}
