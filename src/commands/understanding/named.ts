import type { Term } from '../name-index.ts'

/** What words of a sentence name. */
export interface Named {
  readonly first: number
  /** After the last word. */
  readonly end: number
  readonly what:
    /** `area`: the part of the country that was named, as typed. */
    | { readonly kind: 'terms'; readonly terms: readonly Term[]; readonly area?: string }
    /** `thing`: names something other than the place in it, such as "Gulf of Oman" or "Moscow time". */
    | { readonly kind: 'place' | 'thing' | 'person' | 'organisation'; readonly name: string }
}
