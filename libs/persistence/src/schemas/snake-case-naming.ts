import { DefaultNamingStrategy } from 'typeorm';

/** `municipalityId` in the domain is `municipality_id` in the table. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
