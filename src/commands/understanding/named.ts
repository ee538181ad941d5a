import type { Term } from '../name-index.ts'

/** What words of a sentence name. */
export interface Named {
  readonly first: number
  /** Behind the last word. */
  readonly end: number
  readonly what:
    /** `area`: the part of the country that was named, as typed. */
    | { readonly kind: 'terms'; readonly terms: readonly Term[]; readonly area?: string }
    /** `thing`: words that name something else than the places in them, as "Gulf of Oman" and "Moscow time". */
    | { readonly kind: 'place' | 'thing' | 'person' | 'organisation'; readonly name: string }
}
