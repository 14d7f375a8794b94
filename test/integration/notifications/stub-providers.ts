import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TakenSms {
  message: string;
  userref: string;
  recipients: { msisdn: number }[];
}

export interface StubProviders {
  smsUrl: string;
  smtpUrl: string;
  takenSms: TakenSms[];
  /** As they came over the wire. */
  takenMails: string[];
  close(): Promise<void>;
}

/** An SMS provider and a mail server on this machine that take everything and remember it. */
export async function startStubProviders(): Promise<StubProviders> {
  const takenSms: TakenSms[] = [];
  const takenMails: string[] = [];
  const http = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const length = takenSms.push(JSON.parse(text) as TakenSms);
      response.end(JSON.stringify({ ids: [length] }));
    });
  });
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData: (stream, _session, done) => {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        takenMails.push(raw);
        done();
      });
    },
  });
  http.listen(0, '127.0.0.1');
  smtp.listen(0, '127.0.0.1');
  await Promise.all([once(http, 'listening'), once(smtp.server, 'listening')]);
  const port = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
  return {
    smsUrl: `http://127.0.0.1:${port(http)}`,
    smtpUrl: `smtp://127.0.0.1:${port(smtp.server)}`,
    takenSms,
    takenMails,
    close: async () => {
      http.close();
      await new Promise<void>((resolve) => void smtp.close(() => resolve()));
    },
  };
}
