/** What a person can answer by SMS: one word, any case, with or without æøå, with a greeting or a name around it. */
export type ReplyWord = 'yes' | 'no' | 'visit' | 'call' | 'here' | 'on-the-way' | 'later' | 'cannot' | 'stop';
