import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Ledger } from './ledger.js';

export interface Provider {
  smsPort: number;
  smtpPort: number;
  close(): Promise<void>;
}

/** Long enough that a kill falls between the request and the answer now and then. */
const ANSWERS_AFTER_MS = 60;

/** GatewayAPI and a mail server that take everything and write it down. They do not die: what they saw is the truth. */
export async function startProvider(
  ledger: Ledger,
  knowsRepeats: boolean,
  answersAfterMs = ANSWERS_AFTER_MS,
): Promise<Provider> {
  const sms = smsGateway(ledger, knowsRepeats, answersAfterMs);
  sms.listen(0, '127.0.0.1');
  const smtp = mailServer(ledger, knowsRepeats, answersAfterMs);
  smtp.listen(0, '127.0.0.1');
  await Promise.all([once(sms, 'listening'), once(smtp.server, 'listening')]);
  return {
    smsPort: (sms.address() as AddressInfo).port,
    smtpPort: (smtp.server.address() as AddressInfo).port,
    close: async () => {
      sms.closeAllConnections();
      sms.close();
      await new Promise<void>((done) => smtp.close(() => done()));
    },
  };
}

interface MtSms {
  message: string;
  userref: string;
  recipients: { msisdn: number }[];
}

function smsGateway(ledger: Ledger, knowsRepeats: boolean, answersAfterMs: number): Server {
  let ids = 0;
  return createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const { message, userref, recipients } = JSON.parse(await text(request)) as MtSms;
      const to = `+${recipients[0]?.msisdn}`;
      ledger.add({ channel: 'sms', reference: userref, to, text: message }, knowsRepeats);
      await sleep(answersAfterMs);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ids: [(ids += 1)], usage: {} }));
    };
    // A request that broke off before its end is none.
    answer().catch(() => response.destroy());
  });
}

function mailServer(ledger: Ledger, knowsRepeats: boolean, answersAfterMs: number): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData: (stream, session, done) => {
      const take = async (): Promise<void> => {
        const mail = await PostalMime.parse(await text(stream));
        const reference = /^<([^@]+)@/.exec(mail.messageId ?? '')?.[1] ?? '';
        const to = session.envelope.rcptTo[0]?.address ?? '';
        ledger.add({ channel: 'email', reference, to, text: `${mail.subject}\n${mail.text}` }, knowsRepeats);
        await sleep(answersAfterMs);
      };
      take().then(() => done(), done);
    },
  });
  server.on('error', () => undefined);
  return server;
}
