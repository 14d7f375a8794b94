import { createHash } from 'node:crypto';
import { createDataSource, DerivedSecrets, TimeOrderedIds, TypeormTransactor } from '#persistence';
import { Ids, Links, RunningConditions, Secrets, Transactor } from '#use-cases';

type Token = abstract new (...args: never[]) => unknown;
type UseCase<T> = { readonly needs: readonly Token[]; new (...dependencies: never[]): T };

/** The use cases over a database, made without a framework: a scene is set with what the product itself does. */
export class UseCasesOver {
  private constructor(
    private readonly made: Map<Token, unknown>,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(databaseUrl: string, secretKey: string, poolSize = 3): Promise<UseCasesOver> {
    const dataSource = await createDataSource({ url: databaseUrl, poolSize }).initialize();
    const ids = new TimeOrderedIds();
    // Named after itself, as in the applications: what one seals the other opens.
    const id = createHash('sha256').update(secretKey).digest('hex').slice(0, 8);
    const links: Links = { answerPage: (_purpose, token) => token, page: (path) => path };
    return new UseCasesOver(
      new Map<Token, unknown>([
        [Transactor, new TypeormTransactor(dataSource, ids)],
        [Ids, ids],
        [Secrets, new DerivedSecrets([{ id, key: Buffer.from(secretKey) }])],
        [Links, links],
        [RunningConditions, { quietHoursKept: false } satisfies RunningConditions],
      ]),
      () => dataSource.destroy(),
    );
  }

  get<T>(port: abstract new (...args: never[]) => T): T {
    const known = this.made.get(port);
    if (!known) throw new Error(`Nothing here is a ${port.name}`);
    return known as T;
  }

  make<T>(useCase: UseCase<T>): T {
    const known = this.made.get(useCase);
    if (known) return known as T;
    const dependencies = useCase.needs.map((need) =>
      'needs' in need ? this.make(need as UseCase<unknown>) : this.get(need),
    );
    const made = new useCase(...(dependencies as never[]));
    this.made.set(useCase, made);
    return made;
  }

  close(): Promise<void> {
    return this.end();
  }
}
