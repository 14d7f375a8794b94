import type { Municipality } from '#domain';
import type { DataSource } from 'typeorm';
import { municipalitySchema } from './schemas/index.js';
import { openTransaction } from './transaction/open-transaction.js';

/** Where a municipality begins: the one row that is written before there is a municipality to be in. */
export class MunicipalityRegister {
  constructor(private readonly dataSource: DataSource) {}

  /** Does nothing for one that is there: its settings are its own from then on. */
  async found(municipality: Municipality): Promise<void> {
    await openTransaction(this.dataSource, municipality.id, async (manager) => {
      const there = await manager.existsBy(municipalitySchema, { id: municipality.id });
      if (!there) await manager.insert(municipalitySchema, municipality);
    });
  }
}
