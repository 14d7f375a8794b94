import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Temporal } from '#domain';
import { MunicipalityRegister, Sessions } from '#persistence';
import { Transactor } from '#use-cases';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { createApp } from '../../../apps/api/src/http/create-app.js';
import { loadConfig, ApiConfig } from '../../../apps/api/src/config.js';
import { hashOfSession } from '../../../apps/api/src/http/session/session-store.js';
import { DeskStreams } from '../../../apps/api/src/pages/staff/desk/desk-streams.js';
import { municipality, rowsOf } from '../../contracts/rows.js';
import { signInAs, type SignedIn } from '../../support/sign-in.js';
import { until } from '../../support/until.js';
import { METTE, VEJLE } from './seed-keys.js';
import { startApp, type RunningApp } from './start-app.js';

/** Two processes of the API over one database, as far as the database can tell. */
let first: RunningApp;
let second: Awaited<ReturnType<typeof createApp>>;
let secondUrl: string;
let databaseUrl: string;
const other = municipality();

beforeAll(async () => {
  first = await startApp(
    (config) => {
      databaseUrl = config.DATABASE_URL;
      return AppModule.with(config);
    },
    { PUBLIC_URL: 'http://127.0.0.1:3000' },
  );
  const config = loadConfig(ApiConfig, {
    NODE_ENV: 'test',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: databaseUrl,
    SECRET_KEY: 'k'.repeat(40),
    SMS_WEBHOOK_SECRET: 's'.repeat(20),
    LOG_LEVEL: 'silent',
  });
  second = await createApp(AppModule.with(config), config);
  await second.listen(0, '127.0.0.1');
  secondUrl = (await second.getUrl()).replace(/\/$/, '');
  await first.app.get(MunicipalityRegister).found(other);
}, 60_000);
afterAll(async () => {
  await second?.close();
  await first?.stop();
});

class Heard {
  text = '';
  ended = false;

  private constructor(
    readonly response: Response,
    private readonly stop: AbortController,
  ) {
    void this.read();
  }

  static async by(url: string, { cookie }: SignedIn): Promise<Heard> {
    const stop = new AbortController();
    const response = await fetch(`${url}/kommune/stroem`, {
      headers: { cookie, accept: 'text/event-stream', 'accept-encoding': 'gzip, br' },
      redirect: 'manual',
      signal: stop.signal,
    });
    return new Heard(response, stop);
  }

  get changes(): number {
    return this.text.split('event: aendret').length - 1;
  }

  close(): void {
    this.stop.abort();
  }

  private async read(): Promise<void> {
    try {
      for await (const part of this.response.body!) this.text += Buffer.from(part as Uint8Array).toString();
    } catch {
      // Closed by the test.
    }
    this.ended = true;
  }
}

let mette: SignedIn;
const open: Heard[] = [];
const listen = async (url = secondUrl, who = mette): Promise<Heard> => {
  const heard = await Heard.by(url, who);
  open.push(heard);
  if (heard.response.status === 200) await until('it is heard', () => heard.text.includes('event: klar'));
  return heard;
};
const quiet = () => new Promise((resolve) => setTimeout(resolve, 900));

/** A row that the desk shows. */
const task = async (municipalityId: string, fails = false): Promise<void> => {
  const row = rowsOf(municipalityId).task({ dueAt: Temporal.Now.instant() });
  await first.app.get(Transactor).inMunicipality(municipalityId, async (unit) => {
    await unit.tasks.insert(row);
    if (fails) throw new Error('Taken back');
  });
};

beforeEach(async () => {
  mette = await signInAs(first.app, { kind: 'staff', municipalityId: VEJLE, staffId: METTE });
});
afterEach(() => open.splice(0).forEach((heard) => heard.close()));

describe('the stream of the desk', () => {
  it('hears at one process what was committed at another, within a second, and never what it was', async () => {
    const heard = await listen();
    const began = Date.now();
    await task(VEJLE);
    await until('it is heard', () => heard.changes === 1);
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(heard.text).toMatch(
      /^\s*event: klar\nid: 1\nretry: 3000\ndata: ?\n\nevent: aendret\nid: 2\ndata: ?\n\n$/,
    );
  });

  it('hears nothing of what was taken back, nor of another municipality', async () => {
    const heard = await listen();
    await expect(task(VEJLE, true)).rejects.toThrow('Taken back');
    await task(other.id);
    await quiet();
    expect(heard.changes).toBe(0);
  });

  it('hears once of many rows', async () => {
    const heard = await listen();
    await first.app.get(Transactor).inMunicipality(VEJLE, async (unit) => {
      for (let number = 0; number < 50; number++)
        await unit.tasks.insert(rowsOf(VEJLE).task({ dueAt: Temporal.Now.instant() }));
    });
    await quiet();
    expect(heard.changes).toBe(1);
  });

  it('is sent as it is, kept by nobody and not compressed', async () => {
    const { response } = await listen();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('shows that it lives, and ends with the session', async () => {
    const heard = await listen();
    const streams = second.get(DeskStreams);
    await streams.beat();
    await until('it is heard', () => heard.text.includes('event: her'));
    await second.get(Sessions).end(hashOfSession(mette.sessionId));
    await streams.beat();
    await until('it is heard', () => heard.ended);
    expect(heard.text).toContain('event: slut');
    expect(streams.size).toBe(0);
  });

  it('does not keep a session awake', async () => {
    const key = hashOfSession(mette.sessionId);
    const endsAt = async () => {
      const rows = await second
        .get(DataSource)
        .query<{ at: Date }[]>('SELECT idle_ends_at AS at FROM sessions WHERE key = $1', [key]);
      return rows[0]!.at.getTime();
    };
    await listen();
    const before = await endsAt();
    // Longer than the pause between two writes of when a session was seen.
    await second
      .get(DataSource)
      .query(`UPDATE sessions SET last_seen_at = last_seen_at - interval '1 minute' WHERE key = $1`, [key]);
    await second.get(DeskStreams).beat();
    const look = (headers: Record<string, string>) =>
      fetch(`${secondUrl}/kommune`, { headers: { cookie: mette.cookie, accept: 'text/html', ...headers } });
    expect((await look({ 'x-unattended': '1' })).status).toBe(200);
    expect(await endsAt()).toBe(before);
    expect(await second.get(Sessions).lasting([key, 'unknown'])).toEqual(new Set([key]));
    expect((await look({})).status).toBe(200);
    expect(await endsAt()).toBeGreaterThan(before);
  });

  it('is given to a session four times, and again when one has ended', async () => {
    const four = await Promise.all([listen(), listen(), listen(), listen()]);
    const fifth = await Heard.by(secondUrl, mette);
    expect(fifth.response.status).toBe(429);
    four[0].close();
    await until('it is heard', () => second.get(DeskStreams).size === 3);
    expect((await listen()).response.status).toBe(200);
  });

  it('is not for keys, nor for who is not signed in', async () => {
    const byKey = await first.call('/kommune/stroem', { key: first.keys.consultant });
    expect(byKey.status).toBe(400);
    const nobody = await first.call('/kommune/stroem');
    expect([nobody.status, nobody.headers.get('location')]).toEqual([
      303,
      '/log-ind?til=%2Fkommune%2Fstroem',
    ]);
  });

  it('ends when its process does, and the browser finds another', async () => {
    const heard = await listen();
    second.get(DeskStreams).onModuleDestroy();
    await until('it is heard', () => heard.ended);
    // Whoever comes while the process ends would hold up its end.
    const late = await listen();
    await until('it has ended', () => late.ended);
    second.get(DeskStreams).onModuleInit();
    expect([heard.text, late.text]).toEqual([
      expect.stringContaining('retry: 3000'),
      expect.stringContaining('retry: 3000'),
    ]);
  });
});
