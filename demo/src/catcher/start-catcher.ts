import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Courier } from './courier.js';
import { Problem, sendProblem } from './http.js';
import { Listener } from './listener.js';
import { startMailServer } from './mail-server.js';
import { route } from './outbox-routes.js';
import { Outbox } from './outbox.js';
import { SmsGateway } from './sms-gateway.js';
import { Trouble } from './trouble.js';

export interface CatcherOptions {
  /** The receipts go to `<webhookBaseUrl>/webhooks/sms/receipts`, replies to `.../inbound`. */
  webhookBaseUrl: string;
  smsToken: string;
  webhookSecret: string;
  /** Digits only: the number that people answer to. */
  sender: string;
  /** Of the outbox; a free one when not given. */
  port?: number;
}

export interface Catcher {
  /** `GET` lists, `POST <outboxUrl>/<id>/reply` answers. */
  outboxUrl: string;
  smtpUrl: string;
  /** The gateway's base: messages are posted to `<smsUrl>/rest/mtsms`. */
  smsUrl: string;
  setWebhookBaseUrl(url: string): void;
  close(): Promise<void>;
}

/** Stands in for the phones and mailboxes of the demo: real protocols, nothing leaves the machine. */
export async function startCatcher(options: CatcherOptions): Promise<Catcher> {
  const outbox = new Outbox();
  const trouble = new Trouble();
  const courier = new Courier(options.webhookBaseUrl, options.webhookSecret);
  const gateway = new SmsGateway(options.smsToken, outbox, trouble, courier);
  const gatewayListener = new Listener(
    answering(async (request, response) => {
      if (request.method === 'POST' && request.url?.startsWith('/rest/mtsms'))
        await gateway.handle(request, response);
      else throw new Problem(404, 'catcher.not-found', 'There is nothing here');
    }),
  );
  const parts = { outbox, trouble, courier, gateway, gatewayListener, sender: options.sender };
  const outboxListener = new Listener(
    answering(async (request, response) => {
      refuseStrangers(request);
      await route(request, response, parts);
    }),
    options.port,
  );
  await gatewayListener.open();
  await outboxListener.open();
  const mail = await startMailServer(outbox, trouble);

  return {
    outboxUrl: `${outboxListener.url}/outbox`,
    smtpUrl: mail.url,
    smsUrl: gatewayListener.url,
    setWebhookBaseUrl: (url) => {
      courier.webhookBaseUrl = url;
    },
    close: async () => {
      courier.close();
      await Promise.all([mail.close(), gatewayListener.close(), outboxListener.close()]);
    },
  };
}

function answering(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): RequestListener {
  return (request, response) => {
    handle(request, response).catch((error: unknown) => sendProblem(response, error));
  };
}

/** A page on the Internet that points its own name at 127.0.0.1, or posts to it, gets nothing. */
function refuseStrangers({ headers: { host = '', origin } }: IncomingMessage): void {
  const elsewhere = origin !== undefined && origin !== `http://${host}`;
  if (elsewhere || !/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) {
    throw new Problem(421, 'catcher.wrong-host', 'Only reachable as 127.0.0.1 or localhost');
  }
}
