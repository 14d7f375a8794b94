import { Temporal } from '#domain';
import { WebhookRefused } from './webhook-refused.js';

/** The signed content of a call. Each reader takes one field, or refuses the call and names the field. */
export class Payload {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  text(field: string): string {
    const value = this.fields[field];
    if (typeof value !== 'string') throw wrong(field);
    // PostgreSQL text cannot hold NUL, and no phone can type it.
    return value.replaceAll('\0', '');
  }

  /** Null when absent, null or not a text: for fields that only explain. */
  textOrNull(field: string): string | null {
    const value = this.fields[field];
    return typeof value === 'string' && value !== '' ? value : null;
  }

  id(field: string): string {
    const value = this.fields[field];
    if (Number.isSafeInteger(value)) return String(value);
    if (typeof value === 'string' && /^[\w-]{1,64}$/.test(value)) return value;
    throw wrong(field);
  }

  uuid(field: string): string {
    const value = this.text(field);
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return value.toLowerCase();
    throw wrong(field);
  }

  /** A number with country code and without plus, as a number or as digits. E.164 comes out. */
  phone(field: string): string {
    const digits = String(this.fields[field]);
    if (/^[1-9]\d{5,14}$/.test(digits)) return `+${digits}`;
    throw wrong(field);
  }

  /** Seconds since 1970, sometimes with a fraction. */
  instant(field: string): Temporal.Instant {
    const seconds = this.fields[field];
    if (typeof seconds !== 'number' || !(seconds > 0 && seconds < 1e11)) throw wrong(field);
    return Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1000));
  }
}

const wrong = (field: string): WebhookRefused =>
  new WebhookRefused('bad-shape', `${field} is missing or wrong`);
