import { flag, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { InterestBody } from '../matches/matches.requests.js';

export class AskBrokerBody {
  @uuid() smallJobId!: string;
  @uuid({ example: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c' }) citizenId!: string;
  @text({ max: 1000, multiline: true, optional: true, nullable: true, example: 'God til kunder' })
  word?: string | null;
}

export class AnswerBrokerBody {
  @oneOf(['yes', 'no']) answer!: 'yes' | 'no';
  @text({
    max: 1000,
    multiline: true,
    optional: true,
    nullable: true,
    example: 'Er lige begyndt et andet sted',
    description: 'Et nej skal have et ord med.',
  })
  word?: string | null;
  @nested(InterestBody, {
    optional: true,
    nullable: true,
    description: 'Når borgeren allerede har sagt ja til at blive nævnt.',
  })
  interest?: InterestBody | null;
  @flag({
    optional: true,
    example: true,
    description:
      'Afvis et ja, hvis borgeren allerede er spurgt, foreslået eller har et tilbud et andet sted.',
  })
  onlyIfFree?: boolean;
}
