import { definitionOf, messageLanguages, messageTemplates, sampleVariants } from '../catalogue/catalogue.js';
import { HandlebarsMessageWriter } from './handlebars-message-writer.js';

/** As long as real links are: 22 letters of token behind a short public address. */
export const SAMPLE_LINK = 'https://fodfaeste.example/o/AbCdEfGhIjKlMnOpQrStUv';

export class TemplatesBroken extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`${faults.length} message templates cannot be used:\n${faults.join('\n')}`);
    this.name = 'TemplatesBroken';
  }
}

/**
 * For a deploy: every template in every language and channel is there and writes its sample, each SMS in one
 * segment. Give a link of the public address: a long host name leaves less room, and it is better to hear
 * that now. Warms the cache of the writer it is given.
 * @throws TemplatesBroken with all faults, not only the first
 */
export function checkTemplates(
  writer: Pick<HandlebarsMessageWriter, 'write'> = new HandlebarsMessageWriter(),
  link: string = SAMPLE_LINK,
): void {
  const faults = new Set<string>();
  for (const template of messageTemplates) {
    for (const language of messageLanguages) {
      for (const channel of definitionOf(template)!.channels) {
        for (const data of sampleVariants(template, language)) {
          try {
            writer.write(template, channel, language, { ...data, link });
          } catch (error) {
            faults.add((error as Error).message);
          }
        }
      }
    }
  }
  if (faults.size > 0) throw new TemplatesBroken([...faults]);
}
