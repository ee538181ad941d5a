/** What was wrong with what somebody typed and what to do instead, in the reader's language (BCP 47). */
export type Mistake = (language: string) => string
