import type { Tense } from './tense.ts'
import type { TimeMatch } from './time-patterns.ts'

/** What a time is read against. */
export interface Anchor {
  /** The article's own day; null where nobody knows it. */
  readonly day: Temporal.PlainDate | null
  /** Whether the sentence speaks of what is to come, of what is over, or of neither as far as is known. */
  readonly tense: () => Tense | null
  /** Of a language whose years may be Iranian ones. */
  readonly isPersian: boolean
}

export type Day = Temporal.PlainDate
/** Which of several is meant by a word: the last, the next or this one. */
export type Relation = 'past' | 'next' | 'this'

/** What the parts of a match say. */
export class Roles {
  readonly #match: TimeMatch
  constructor(match: TimeMatch) {
    this.#match = match
  }
  sign(part: string, letter: string): string | null {
    return this.#match.parts.get(part)?.signs.get(letter) ?? null
  }
  has(part: string): boolean {
    return this.#match.parts.has(part)
  }
  number(part: string): number | null {
    const value = this.sign(part, 'N') ?? this.sign(part, 'O') ?? this.sign(part, 'Y')
    return value === null ? null : Number(value)
  }
  relation(part = 'rel'): Relation | null {
    const item = this.#match.parts.get(part) ?? (part === 'rel' ? this.#match.parts.get('season') : undefined)
    if (item === undefined) return null
    if (item.signs.has('P')) return 'past'
    return item.signs.has('X') ? 'next' : 'this'
  }
  /** "X" for a vague number; null where none is told. */
  count(): number | 'X' | null {
    const item = this.#match.parts.get('n')
    if (item === undefined) return null
    if (item.signs.has('N')) return Number(item.signs.get('N'))
    return item.signs.has('Q') ? 'X' : 1
  }
}

/** Years, or other units, from now. */
export const shift = (relation: Relation | null): number =>
  relation === 'past' ? -1 : relation === 'next' ? 1 : 0
