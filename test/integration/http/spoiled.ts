import fc from 'fast-check';

const nasty = fc.constantFrom<unknown>(
  ...[
    '\0',
    '\ud800',
    '__proto__',
    'constructor',
    '2147483648',
    'NaN',
    '9999-12-31',
    '24:00',
    '😀',
    ' ',
    'a'.repeat(10_000),
  ],
  ...[2 ** 31, 2 ** 53, -1, 0.1, 5e-324, 1e308, true, null, [], {}, [[]], { length: 1 }, [null]],
);

export const anything: fc.Arbitrary<unknown> = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary' }),
);

const newNames = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString', 'then', ''));

/** A good body in which some fields are something else, some are missing, and some are new. */
export function spoiled(good: object): fc.Arbitrary<Record<string, unknown>> {
  const names = Object.keys(good);
  const changed =
    names.length === 0 ? fc.constant({}) : fc.dictionary(fc.constantFrom(...names), anything, { maxKeys: 3 });
  const added = fc.dictionary(newNames, anything, { maxKeys: 1 });
  const missing = fc.subarray(names, { maxLength: Math.min(2, names.length) });
  return fc.record({ changed, added, missing }).map(({ changed: other, added: more, missing: gone }) => {
    const kept = Object.entries(good).filter(([name]) => !gone.includes(name));
    return { ...Object.fromEntries(kept), ...other, ...more };
  });
}
