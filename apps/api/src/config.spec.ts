import { describe, expect, it } from '@jest/globals';
import { ApiConfig, loadConfig } from './config.js';

const enough = {
  PUBLIC_URL: 'https://smaajob.vejle.example',
  DATABASE_URL: 'postgres://fodfaeste_api:geheim@localhost/fodfaeste',
  SECRET_KEY: 'x'.repeat(32),
  SMS_WEBHOOK_SECRET: 'y'.repeat(16),
};

const complaintOf = (env: NodeJS.ProcessEnv): string => {
  try {
    loadConfig(ApiConfig, env);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the configuration of the API', () => {
  it('has defaults for all that is not a secret or a place', () => {
    const config = loadConfig(ApiConfig, enough);
    expect(config).toMatchObject({ PORT: 3000, DATABASE_POOL_SIZE: 10, TRUST_PROXY_HOPS: 0, isDemo: false });
    expect(config.REDIS_URL).toBeUndefined();
    expect(config.webhookSecrets).toEqual(['y'.repeat(16)]);
  });

  it('reads numbers and switches, and takes an empty text for nothing', () => {
    const PUBLIC_URL = 'http://127.0.0.1:3000';
    const switches = { PORT: '0', DEMO: 'on', REDIS_URL: '', LOG_LEVEL: '' };
    const config = loadConfig(ApiConfig, { ...enough, PUBLIC_URL, ...switches });
    expect(config).toMatchObject({ PORT: 0, isDemo: true, LOG_LEVEL: 'info' });
  });

  it('knows two webhook secrets while one replaces the other', () => {
    const secrets = ['a'.repeat(16), 'b'.repeat(20)];
    expect(
      loadConfig(ApiConfig, { ...enough, SMS_WEBHOOK_SECRET: secrets.join(',') }).webhookSecrets,
    ).toEqual(secrets);
  });

  it('tells everything that is wrong at once, by name, with an example, and never the value', () => {
    const complaint = complaintOf({
      ...enough,
      PORT: 'geheim',
      SECRET_KEY: 'geheim',
      PUBLIC_URL: 'geheim',
      DATABASE_URL: '',
    });
    for (const name of ['PORT', 'SECRET_KEY', 'PUBLIC_URL', 'DATABASE_URL'])
      expect(complaint).toContain(`\n  ${name} must`);
    expect(complaint).toContain('for example');
    expect(complaint).not.toContain('geheim');
  });

  it.each([
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '70000'],
    ['TRUST_PROXY_HOPS', 'true'],
    ['QUIET_HOURS', 'yes'],
    ['PUBLIC_URL', 'https://vejle.example/smaajob'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['SMS_WEBHOOK_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s', (name, value) => {
    expect(complaintOf({ ...enough, [name]: value })).toContain(`\n  ${name} must`);
  });

  it.each([
    ['http://127.0.0.1:3000', 'development', true],
    ['http://localhost', 'test', true],
    ['http://[::1]:3000', 'development', true],
    ['http://127.0.0.1:3000', 'production', false],
    ['https://smaajob.vejle.example', 'development', false],
    ['http://127.0.0.1.vejle.example', 'development', false],
    ['http://localhost.vejle.example:3000', 'development', false],
  ])('a demo at %s in %s starts: %s', (PUBLIC_URL, NODE_ENV, starts) => {
    const complaint = complaintOf({ ...enough, PUBLIC_URL, NODE_ENV, DEMO: 'on' });
    expect(complaint.includes('\n  DEMO must be off')).toBe(!starts);
    expect(complaintOf({ ...enough, PUBLIC_URL, NODE_ENV, DEMO: 'off' })).toBe('');
  });

  it('keeps nothing of the environment that it does not name', () => {
    expect(loadConfig(ApiConfig, { ...enough, HOME: '/root' })).not.toHaveProperty('HOME');
  });
});
