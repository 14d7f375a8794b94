/**
 * A call to a webhook that is not acted on. `bad-signature` (HTTP 401): not from the provider, or signed with
 * a secret that is no longer ours. `bad-shape` (400): from the provider, but not what it promises to send.
 * The text never holds what was in it.
 */
export class WebhookRefused extends Error {
  constructor(
    readonly because: 'bad-signature' | 'bad-shape',
    detail: string,
  ) {
    super(`${because}: ${detail}`);
    this.name = 'WebhookRefused';
  }
}
