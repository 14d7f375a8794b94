/** The address that a calendar program reads. Whoever has it sees the times and nothing else. */
export const calendarAddress = (publicUrl: string, token: string): string =>
  `${publicUrl}/kalender/${token}.ics`;
