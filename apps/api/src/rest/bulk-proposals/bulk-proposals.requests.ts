import { MOST_BULK_PROPOSALS } from '#domain';
import { listOf, oneOf, uuid } from '../../http/fields/index.js';

export class BulkPairBody {
  @uuid() smallJobId!: string;
  @uuid({ example: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c' }) citizenId!: string;
}

export class BulkPreviewBody {
  @listOf(BulkPairBody, { max: MOST_BULK_PROPOSALS }) items!: BulkPairBody[];
}

export class BulkProposalBody extends BulkPreviewBody {
  @oneOf(['ask'], {
    optional: true,
    description: 'Borgeren spørges først, ad sin egen kanal. Andet gøres ikke ved flere på én gang.',
  })
  how?: 'ask';
}
