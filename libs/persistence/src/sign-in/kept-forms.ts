import type { DataSource } from 'typeorm';

export interface KeptForm {
  /** Hash of the browser's cookie. */
  key: string;
  /** The mark of whom the form was made for. */
  owner: string;
  /** What was written, sealed. */
  sealed: string;
}

/** Forms that arrived when the session was over: nobody can read them here, and they go within the hour. */
export class KeptForms {
  constructor(private readonly dataSource: DataSource) {}

  async keep({ key, owner, sealed }: KeptForm, seconds: number): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO kept_forms (key, owner, sealed, ends_at)
       VALUES ($1, $2, $3, clock_timestamp() + make_interval(secs => $4::integer))`,
      [key, owner, sealed, seconds],
    );
  }

  /** @returns the sealed form, when it is this owner's. */
  async find(key: string, owner: string): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ sealed: string }[]>(
      'SELECT sealed FROM kept_forms WHERE key = $1 AND owner = $2 AND ends_at > clock_timestamp()',
      [key, owner],
    );
    return row?.sealed;
  }

  async drop(key: string, owner: string): Promise<void> {
    await this.dataSource.query('DELETE FROM kept_forms WHERE key = $1 AND owner = $2', [key, owner]);
  }

  /** @returns how many were thrown away. */
  async forgetOld(): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      'DELETE FROM kept_forms WHERE ends_at <= clock_timestamp()',
    );
    return count;
  }
}
