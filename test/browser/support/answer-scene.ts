import {
  Temporal,
  type Actor,
  type Citizen,
  type Match,
  type MessageTemplate,
  type Offer,
  type SmallJob,
} from '#domain';
import { createDataSource, MunicipalityRegister } from '#persistence';
import {
  ConfirmMatch,
  PostSmallJob,
  ProposeMatch,
  PublishSmallJob,
  RegisterCitizen,
  RegisterCompany,
  Secrets,
  Transactor,
  type CitizenInput,
  type InterestInput,
  type SmallJobInput,
} from '#use-cases';
import { withClient } from '../../../demo/src/database/index.js';
import { emptyBoxes, fruitStore, jonas, mette, vejle } from './demo-people.js';
import { UseCasesOver } from './use-cases-over.js';

export const SECRET_KEY = 'k'.repeat(40);

export interface SceneOptions {
  citizen?: Partial<CitizenInput>;
  smallJob?: Partial<SmallJobInput>;
  interest?: Partial<InterestInput>;
}

interface Parts {
  smallJob: SmallJob;
  citizen: Citizen;
  match: Match;
  /** The token that the person got by SMS. */
  token: string;
}

const consultant: Actor = {
  role: 'consultant',
  municipalityId: vejle.id,
  staffId: mette.id,
  name: mette.name,
  holder: 'test',
};

/** Links that people were sent, in a municipality where all of it was done by the use cases. */
export class AnswerScene {
  private made = 0;

  private constructor(
    private readonly database: { adminUrl: string },
    private readonly useCases: UseCasesOver,
  ) {}

  static async open(database: { appUrl: string; adminUrl: string }): Promise<AnswerScene> {
    const dataSource = await createDataSource({ url: database.appUrl, poolSize: 1 }).initialize();
    await new MunicipalityRegister(dataSource).found(vejle);
    await dataSource.destroy();
    const useCases = await UseCasesOver.open(database.appUrl, SECRET_KEY);
    const scene = new AnswerScene(database, useCases);
    await scene.inside((unit) => unit.staff.insert(mette));
    return scene;
  }

  close(): Promise<void> {
    return this.useCases.close();
  }

  get inside(): (work: Parameters<Transactor['inMunicipality']>[1]) => Promise<unknown> {
    return (work) => this.useCases.get(Transactor).inMunicipality(vejle.id, work);
  }

  /** "Må Mette fortælle firmaet om dig?" */
  async asked(options: SceneOptions = {}): Promise<Parts> {
    const pair = await this.pair(options);
    const match = await this.useCases.make(ProposeMatch).execute(idsOf(pair), consultant);
    return { ...pair, match, token: await this.tokenOf('interest-asked', match.id) };
  }

  /** The company's turn. */
  async proposed(options: SceneOptions = {}): Promise<Parts> {
    const pair = await this.pair(options);
    const interest: InterestInput = {
      how: 'phone',
      at: Temporal.Now.instant().subtract({ minutes: 5 }).toString(),
      fields: ['goals', 'wishes', 'abilities', 'accommodations', 'hours'],
      ...options.interest,
    };
    const match = await this.useCases.make(ProposeMatch).execute({ ...idsOf(pair), interest }, consultant);
    return { ...pair, match, token: await this.tokenOf('match-proposed', match.id) };
  }

  async offered(options: SceneOptions = {}): Promise<Parts & { offer: Offer }> {
    const parts = await this.proposed(options);
    const { offer } = await this.useCases.make(ConfirmMatch).execute(parts.match.id, 'meet', consultant);
    return { ...parts, offer, token: await this.tokenOf('offer', offer.id) };
  }

  /** What the company got, once the citizen has said that it may hear. */
  companyToken(matchId: string): Promise<string> {
    return this.tokenOf('match-proposed', matchId);
  }

  make: UseCasesOver['make'] = (useCase) => this.useCases.make(useCase);
  readonly consultant = consultant;

  /** As the superuser, for what only time can bring about. */
  async sql<Row extends object = Record<string, unknown>>(
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    return withClient(this.database.adminUrl, async (client) => (await client.query<Row>(text, values)).rows);
  }

  /** Every row of every table; but for the access log, which a page that shows a person must write. */
  async rows(): Promise<string> {
    const tables = await this.sql<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'access_log' ORDER BY 1`,
    );
    const all: [string, unknown[]][] = [];
    for (const { tablename } of tables) {
      const rows = await this.sql<{ row: unknown }>(
        `SELECT to_jsonb(t) AS row FROM "${tablename}" t ORDER BY to_jsonb(t)::text`,
      );
      all.push([tablename, rows.map(({ row }) => row)]);
    }
    return JSON.stringify(all);
  }

  private async pair(options: SceneOptions): Promise<{ smallJob: SmallJob; citizen: Citizen }> {
    const number = ++this.made;
    const company = await this.useCases
      .make(RegisterCompany)
      .execute(fruitStore(String(10_000_000 + number)), consultant);
    const input = { ...emptyBoxes(company.id), ...options.smallJob };
    const { smallJob } = await this.useCases.make(PostSmallJob).execute(input, consultant);
    await this.useCases.make(PublishSmallJob).execute(smallJob.id, consultant);
    const person = { ...jonas(`+453${String(1_000_000 + number)}`), ...options.citizen };
    const citizen = await this.useCases.make(RegisterCitizen).execute(person, consultant);
    return { smallJob, citizen };
  }

  private async tokenOf(template: MessageTemplate, subjectId: string): Promise<string> {
    const message = await this.useCases
      .get(Transactor)
      .inMunicipality(vejle.id, (unit) => unit.messages.first({ template, subjectId, channel: 'sms' }));
    if (!message?.link) throw new Error(`No link was sent in ${template}`);
    return this.useCases.get(Secrets).linkToken(message.link.id);
  }
}

const idsOf = ({ smallJob, citizen }: { smallJob: SmallJob; citizen: Citizen }) => ({
  smallJobId: smallJob.id,
  citizenId: citizen.id,
});
