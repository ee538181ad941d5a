/** For whom our own words are written. */
export interface Reader {
  /** BCP 47. */
  readonly language: string
  /** A rank or a citation as the reader counts. */
  readonly number: (number: number) => string
  /** Name of a topic (IPTC code) in a language, where one is known. */
  readonly topicName: (code: string, language: string) => string | undefined
}
