import { localDate, text } from '../../http/fields/index.js';

/** What PUT takes. Fields stand as `{fornavn}`; `text` null takes the standard back. */
export class TextBody {
  @text({
    max: 200,
    nullable: true,
    example: 'Vi ses i morgen',
    description: 'Emnet på en mail; null for en sms.',
  })
  subject!: string | null;
  @text({
    max: 4000,
    multiline: true,
    nullable: true,
    example: 'Hej {fornavn}. Vi ses {dag} kl. {kl}.',
    description: 'Med felter som {fornavn}. Null: standardteksten gælder igen.',
  })
  text!: string | null;
  @localDate({ optional: true, description: 'Første dag, den gælder; ellers i dag.' }) from?: string;
}
