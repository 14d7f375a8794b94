const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id that is none belongs to no row; PostgreSQL would call it an error and end the transaction. */
export const isId = (id: string): boolean => UUID.test(id);
