import type { Text } from './text.js';

/**
 * What HTTP itself can say no to. Together with the codes of the domain these are all codes an integrator can
 * meet; each has a page in the document and a text in both languages.
 */
export const httpProblems = {
  // Only for people who open a page: they are sent to sign in, and machines hear `unauthorized`.
  'sign-in-needed': {
    status: 303,
    text: { da: 'Log ind for at komme videre.', en: 'Sign in to go on.' },
  },
  shape: {
    status: 400,
    text: {
      da: 'Noget i det sendte har en forkert form. Se listen over fejl.',
      en: 'Something that was sent has the wrong shape. See the list of errors.',
    },
  },
  'malformed-json': {
    status: 400,
    text: { da: 'Indholdet kan ikke læses som JSON.', en: 'The body cannot be read as JSON.' },
  },
  'bad-request': {
    status: 400,
    text: { da: 'Forespørgslen kan ikke læses.', en: 'The request cannot be read.' },
  },
  unauthorized: {
    status: 401,
    text: {
      da: 'Send en gyldig nøgle: Authorization: Bearer <nøgle>.',
      en: 'Send a valid key: Authorization: Bearer <key>.',
    },
  },
  'bad-signature': {
    status: 401,
    text: { da: 'Underskriften passer ikke til indholdet.', en: 'The signature does not fit the body.' },
  },
  forbidden: {
    status: 403,
    text: { da: 'Din rolle har ikke adgang til dette.', en: 'Your role has no access to this.' },
  },
  'cross-site': {
    status: 403,
    text: {
      da: 'Forespørgslen kom fra et andet websted. Gå ind på siden selv, og prøv igen.',
      en: 'The request came from another site. Go to the page itself and try again.',
    },
  },
  'form-too-old': {
    status: 403,
    text: {
      da: 'Siden har stået åben for længe. Prøv igen.',
      en: 'The page was open for too long. Try again.',
    },
  },
  'no-cookies': {
    status: 403,
    text: {
      da: 'Din browser gemmer ikke cookies fra siden her. Slå dem til, eller brug en anden browser.',
      en: 'Your browser keeps no cookies from this site. Switch them on, or use another browser.',
    },
  },
  'not-found': {
    status: 404,
    text: {
      da: 'Det findes ikke, eller du har ikke adgang til at se det.',
      en: 'It does not exist, or you may not see it.',
    },
  },
  'method-not-allowed': {
    status: 405,
    text: {
      da: 'Adressen findes, men ikke med denne metode.',
      en: 'The address exists, but not with this method.',
    },
  },
  'too-large': {
    status: 413,
    text: { da: 'Det sendte er for stort. Del det op.', en: 'What was sent is too large. Split it.' },
  },
  'uri-too-long': {
    status: 414,
    text: { da: 'Adressen er for lang.', en: 'The address is too long.' },
  },
  'media-type': {
    status: 415,
    text: { da: 'Send indholdet som application/json.', en: 'Send the body as application/json.' },
  },
  'headers-too-large': {
    status: 431,
    text: { da: 'Forespørgslens hoved er for stort.', en: 'The headers of the request are too large.' },
  },
  'too-many-requests': {
    status: 429,
    text: {
      da: 'For mange forespørgsler. Vent, som Retry-After siger, og prøv igen.',
      en: 'Too many requests. Wait as Retry-After says, and try again.',
    },
  },
  'request-timeout': {
    status: 408,
    text: {
      da: 'Forespørgslen kom for langsomt frem. Prøv igen.',
      en: 'The request arrived too slowly. Try again.',
    },
  },
  'idempotency.key-invalid': {
    status: 400,
    text: {
      da: 'Idempotency-Key skal være 1 til 200 synlige ASCII-tegn.',
      en: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    },
  },
  'idempotency.still-running': {
    status: 409,
    text: {
      da: 'Samme forespørgsel er i gang. Vent et øjeblik, og send den igen.',
      en: 'The same request is still running. Wait a moment and send it again.',
    },
  },
  'idempotency.key-reused': {
    status: 422,
    text: {
      da: 'Nøglen er brugt til en anden forespørgsel. Brug en ny.',
      en: 'The key was used for another request. Use a new one.',
    },
  },
  unavailable: {
    status: 503,
    text: {
      da: 'Systemet er optaget et øjeblik. Intet er gemt; prøv igen om lidt.',
      en: 'The system is busy for a moment. Nothing was saved; try again shortly.',
    },
  },
  internal: {
    status: 500,
    text: {
      da: 'Der skete en fejl hos os. Intet er gemt. Oplys id, hvis du skriver til os.',
      en: 'Something failed on our side. Nothing was saved. Tell us the id if you write.',
    },
  },
} as const satisfies Record<string, { status: number; text: Text }>;

export type HttpCode = keyof typeof httpProblems;

/** Thrown at the HTTP edge itself, where no rule of the domain is involved. */
export class HttpProblem extends Error {
  constructor(
    readonly code: HttpCode,
    readonly details: Record<string, unknown> = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
    this.name = 'HttpProblem';
  }
}
