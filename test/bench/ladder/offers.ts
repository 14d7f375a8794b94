import { createTransport } from 'nodemailer';
import { withClient } from '../../../demo/src/database/index.js';
import { until } from '../../support/until.js';
import { confirmPath } from '../../crash/persistent-client.js';
import { setUp, type Scenario } from '../../crash/scenario.js';
import { Installed } from './installed.js';

/** Requests at a time, and connections of the mailer: the same on both sides. */
const LANES = 5;
const ARRIVED_WITHIN_MS = 300_000;

export interface OffersPerSecond {
  offers: number;
  /** From the first confirmation to the last offer at the mail server. */
  perSecond: number;
  /** Answers of the API alone. */
  confirmedPerSecond: number;
  /** As many mails of the same size handed to the same server by nodemailer, with nothing else to do. */
  barePerSecond: number;
}

/** Companies confirm; each citizen's offer is written, queued, rendered and handed to the mail server. */
export async function offersPerSecond(dist: string, offers: number): Promise<OffersPerSecond> {
  const installed = await Installed.start(dist);
  try {
    const scenario = await setUp(installed.addresses.apiUrl, { ladders: 0, requests: offers, overMs: 0 });
    await reachedByMail(installed, scenario);
    await installed.workers(1, 'redis');
    const url = await installed.api();
    const began = Date.now();
    await confirmAll(url, scenario);
    const confirmedMs = Date.now() - began;
    const arrivals = await until(
      'all offers have arrived',
      () => arrived(installed, offers),
      ARRIVED_WITHIN_MS,
    );
    await installed.endProcesses();
    return {
      offers,
      perSecond: rate(offers, arrivals.at(-1)! - began),
      confirmedPerSecond: rate(offers, confirmedMs),
      barePerSecond: await bareMails(installed, offers),
    };
  } finally {
    await installed.stop();
  }
}

const rate = (count: number, milliseconds: number): number =>
  Math.round((count * 10_000) / milliseconds) / 10;
const addressOf = (at: number): string => `borger${at}@borger.example`;

async function reachedByMail({ addresses }: Installed, { requests }: Scenario): Promise<void> {
  const people = requests.map(({ citizenId }, at) => ({ id: citizenId, email: addressOf(at) }));
  await withClient(addresses.adminUrl, (client) =>
    client.query(
      `UPDATE citizens SET preferred_channel = 'email', email = people.email, phone = NULL
       FROM jsonb_to_recordset($1) AS people (id uuid, email text) WHERE people.id = citizens.id`,
      [JSON.stringify(people)],
    ),
  );
}

async function confirmAll(url: string, { requests, key }: Scenario): Promise<void> {
  const waiting = requests.map(({ matchId }) => confirmPath(matchId));
  const lane = async (): Promise<void> => {
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: '{}',
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** When each citizen's first mail came; undefined as long as one is missing. */
function arrived({ ledger }: Installed, offers: number): number[] | undefined {
  const first = new Map<string, number>();
  for (const { to, at } of ledger.lines())
    if (to.endsWith('@borger.example') && !first.has(to)) first.set(to, at);
  return first.size === offers ? [...first.values()].sort((one, other) => one - other) : undefined;
}

async function bareMails({ ledger, provider }: Installed, count: number): Promise<number> {
  const text = ledger.lines().find(({ to }) => to.endsWith('@borger.example'))!.text;
  const transport = createTransport({
    host: '127.0.0.1',
    port: provider.smtpPort,
    pool: true,
    maxConnections: LANES,
    ignoreTLS: true,
  });
  const began = Date.now();
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      transport.sendMail({
        from: 'Fodfæste <svar@fodfaeste.example>',
        to: `bar${at}@example.com`,
        subject: 'Tilbud',
        text,
        html: `<p>${text}</p>`,
      }),
    ),
  );
  const took = Date.now() - began;
  transport.close();
  return rate(count, took);
}
