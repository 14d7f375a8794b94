import { importKinds, MOST_IMPORT_COLUMNS, type ImportKind } from '#domain';
import { flag, int, list, listOf, oneOf, text } from '../../http/fields/index.js';

export const rowOutcomes = ['new', 'change', 'known', 'wrong', 'loaded'] as const;

export class PostImportQuery {
  @oneOf(importKinds, { description: 'Hvad rækkerne er.' }) kind!: ImportKind;
}

export class ImportRowsQuery {
  @int({
    min: 1,
    max: 500,
    example: 50,
    optional: true,
    description: 'Højst så mange rækker; 50, når intet er sagt.',
  })
  limit: number = 50;
  @int({ min: 1, max: 10_000_000, example: 51, optional: true, description: '`nextLine` fra forrige side.' })
  afterLine?: number;
  @oneOf(rowOutcomes, { optional: true, description: 'Kun rækker, det ville gå sådan.' })
  outcome?: (typeof rowOutcomes)[number];
}

export class ImportColumnsBody {
  @list(text({ max: 40, min: 0, example: 'name' }), {
    max: MOST_IMPORT_COLUMNS,
    example: ['name', 'phone', ''],
    description: 'Et felt for hver kolonne i filen, i dens rækkefølge; tom for en kolonne, der ikke bruges.',
  })
  columns!: string[];
}

export class ImportCellBody {
  @int({ min: 0, max: MOST_IMPORT_COLUMNS - 1, example: 1, description: 'Kolonnens plads fra 0.' })
  column!: number;
  @text({ max: 2000, min: 0, example: '20123456', multiline: true }) text!: string;
}

export class ImportRowBody {
  @listOf(ImportCellBody, { max: MOST_IMPORT_COLUMNS }) cells!: ImportCellBody[];
}

export class LoadImportBody {
  @flag({
    optional: true,
    example: false,
    description: 'Ret også det, der findes i forvejen, til det, filen siger. Ellers bliver det, som det er.',
  })
  updateExisting?: boolean;
}
