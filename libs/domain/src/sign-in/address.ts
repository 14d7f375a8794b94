/** How an e-mail address is kept and compared: people write theirs as the keyboard of the day likes it. */
export const plainEmail = (email: string): string => email.trim().toLowerCase();
