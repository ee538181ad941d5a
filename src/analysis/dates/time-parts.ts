import type { Tense } from './tense.ts'
import type { TimeMatch } from './time-patterns.ts'

/** What times are relative to. */
export interface Anchor {
  /** The article's day; null if unknown. */
  readonly day: Temporal.PlainDate | null
  /** Whether the sentence refers to the future, to the past, or neither as far as is known. */
  readonly tense: () => Tense | null
  /** Whether years in this language may be Iranian ones. */
  readonly isPersian: boolean
}

export type Day = Temporal.PlainDate
/** Which of several is meant: the last, the next or this one. */
export type Relation = 'past' | 'next' | 'this'

/** Access to the parts of a match. */
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
  /** "X" for a vague number; null if there is none. */
  count(): number | 'X' | null {
    const item = this.#match.parts.get('n')
    if (item === undefined) return null
    if (item.signs.has('N')) return Number(item.signs.get('N'))
    return item.signs.has('Q') ? 'X' : 1
  }
}

/** Offset of a relation in years or other units. */
export const shift = (relation: Relation | null): number =>
  relation === 'past' ? -1 : relation === 'next' ? 1 : 0
