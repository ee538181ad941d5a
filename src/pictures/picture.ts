/** A drawing and what it says for who does not see it. */
export interface Picture {
  readonly svg: string
  /** All its figures in words, in the reader's language. */
  readonly alt: string
  /** What to know of it, to stand below; empty where there is nothing. */
  readonly caption: string
}
