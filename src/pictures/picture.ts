/** A drawing with its description. */
export interface Picture {
  readonly svg: string
  /** All its figures in words, in the reader's language. */
  readonly alt: string
  /** Notes for display below the picture; empty if there are none. */
  readonly caption: string
}
