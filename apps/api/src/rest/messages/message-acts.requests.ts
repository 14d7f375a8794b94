import { flag, text } from '../../http/fields/index.js';

export class CorrectNumberBody {
  @text({
    min: 3,
    max: 200,
    example: '+4522220001',
    description: 'Nummeret, eller mailadressen for en mail.',
  })
  to!: string;
  @flag({ optional: true, example: true, description: 'Send beskeden igen til det rigtige.' })
  sendAgain?: boolean;
}
