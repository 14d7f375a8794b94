/** Whether this is the long form of the tests (`npm run test:long`): more of the same, never other checks. */
export const isLong = process.env['LONG'] === 'on';
