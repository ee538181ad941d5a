/** A sentence that could stand in a summary, with what choosing looks at. */
export interface Passage {
  /** Index into the articles that were given. */
  readonly article: number
  /** UTF-16 offsets into the article's text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Analysed words, in order (see `analyse`). */
  readonly words: readonly string[]
  /** Those of them that say something: no stop words. */
  readonly content: ReadonlySet<string>
  /** How many sentences of the article's own prose stand before it. */
  readonly position: number
  /** Which sentence of the whole text it is, furniture counted: the neighbour of a sentence has a number one higher. */
  readonly ordinal: number
  /** Words as a reader counts them: runs without white space. */
  readonly length: number
  /** It leans on the sentence before it ("He said …", "Bu …"). */
  readonly dangling: boolean
  /** It ends as a sentence does and closes its quotations; cut feed texts, headings and parts of long quotations do not. */
  readonly complete: boolean
}
