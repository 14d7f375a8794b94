import { DataSource } from 'typeorm';
import type { Citizen, Message, Staff } from '#domain';
import { Secrets, Transactor, type UnitOfWork } from '#use-cases';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { HttpBrowser } from '../../support/http-browser.js';
import { rowsOf } from '../../contracts/rows.js';
import { METTE, VARDE, VEJLE } from '../http/seed-keys.js';
import { citizenBody, companyBody } from '../http/small-town.js';
import { startApp, type AppOptions, type RunningApp } from '../http/start-app.js';

export { METTE, VARDE, VEJLE };

interface Made {
  id: string;
}

/** The whole API over a database of its own, with people who could sign in and browsers to do it with. */
export class SignInScene {
  private constructor(readonly running: RunningApp) {}

  static async start(env: NodeJS.ProcessEnv = {}, options: AppOptions = {}): Promise<SignInScene> {
    return new SignInScene(await startApp((config) => AppModule.with(config), env, options));
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  get url(): string {
    return this.running.url;
  }

  browser(headers: Record<string, string> = {}): HttpBrowser {
    return new HttpBrowser(this.url, headers);
  }

  within<R>(work: (unit: UnitOfWork) => Promise<R>, municipalityId: string = VEJLE): Promise<R> {
    return this.running.app.get(Transactor).inMunicipality(municipalityId, work);
  }

  /** As the application's role sees it. */
  sql<Row>(query: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.running.app.get(DataSource).query<Row[]>(query, parameters);
  }

  async company(contact: object, more: object = {}, key = this.running.keys.consultant): Promise<string> {
    const answer = await this.running.call('/api/v1/companies', {
      method: 'POST',
      key,
      body: companyBody({ contact, ...more }),
    });
    return this.made(answer.status, answer.json as unknown as Made);
  }

  async citizen(more: object, key = this.running.keys.consultant): Promise<string> {
    const body = citizenBody({ brokerId: undefined, ...more });
    const answer = await this.running.call('/api/v1/citizens', { method: 'POST', key, body });
    return this.made(answer.status, answer.json as unknown as Made);
  }

  async staff(over: Partial<Staff>): Promise<Staff> {
    const row = rowsOf(VEJLE).staff(over);
    await this.within((unit) => unit.staff.insert(row));
    return row;
  }

  async changeCitizen(id: string, over: Partial<Citizen>): Promise<void> {
    await this.within(async (unit) => unit.citizens.update({ ...(await unit.citizens.find(id))!, ...over }));
  }

  /** The codes that are on their way, the newest last. */
  async sent(municipalityId: string = VEJLE): Promise<(Message & { code: string })[]> {
    const secrets = this.running.app.get(Secrets);
    const messages = await this.within(
      (unit) => unit.messages.list({ template: 'sign-in-code' }, { order: [{ by: 'createdAt' }] }),
      municipalityId,
    );
    return messages.map((message) => ({ ...message, code: secrets.oneTimeCode(message.subjectId!) }));
  }

  async newestCode(municipalityId: string = VEJLE): Promise<string> {
    return (await this.sent(municipalityId)).at(-1)!.code;
  }

  /** As if everything that was asked for so far was asked the day before: no limit looks back that far. */
  async aDayLater(): Promise<void> {
    await this.sql(`UPDATE sign_in_codes SET created_at = created_at - interval '25 hours'`);
  }

  private made(status: number, { id }: Made): string {
    if (status !== 201) throw new Error(`Not made: ${status}`);
    return id;
  }
}

export type Door = '/log-ind/virksomhed' | '/log-ind/borger';

/** Asks for a code as a person does: opens the page, fills it in, sends it. */
export async function askFor(browser: HttpBrowser, door: Door, adresse: string, til = '') {
  await browser.get(`${door}${til && `?til=${encodeURIComponent(til)}`}`);
  return browser.post(door, { adresse, til });
}

export async function type(browser: HttpBrowser, door: Door, kode: string, til = '') {
  await browser.get(`${door}/kode`);
  return browser.post(`${door}/kode`, { kode, til });
}
