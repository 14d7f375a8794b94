/** A body as the use cases that make something new take it: there, null is the same as absent. */
export type WithoutNulls<T> = { [Field in keyof T]: NonNullable<T[Field]> };

export const withoutNulls = <T extends object>(body: T): WithoutNulls<T> =>
  Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== null && value !== undefined),
  ) as WithoutNulls<T>;
