import { dayInWords } from '#domain';

export const timelineWords = {
  heading: 'Det er sket',
  empty: 'Der er ikke sket noget endnu.',
  more: 'Vis ældre',
  first: 'Til det nyeste',
  today: 'I dag',
  yesterday: 'I går',
  job: (title: string): string => `Job: ${title}`,
  agreed: (text: string): string => `Aftalt: ${text}`,
  followUp: (date: string): string => `Følg op ${dayInWords(date)}`,
  learnt: (text: string): string => `Det lærte vi: ${text}`,
};
