import { NAME_BREAK, hasMark, MARK, type Words } from '../../language/read-text.ts'
import type { Named } from '../../tagging/names/named.ts'
import type { SayingWords, WordList } from './saying-words.ts'
import type { Unit } from './units.ts'

/** The words of a text, and what is known of each by its index. An index without a word is not an error. */
export interface WordField {
  readonly words: Words
  readonly known: SayingWords
  /** Whether a word is in one of these lists. */
  readonly is: (at: number, ...lists: readonly WordList[]) => boolean
  /** Whether a word has one of these bits of `MARK`. */
  readonly has: (at: number, marks: number) => boolean
  readonly isCapital: (at: number) => boolean
  /** Whether a word is one for people or bodies. */
  readonly isPeople: (at: number) => boolean
  /** Whether a comma or another mark between clauses stands before a word. */
  readonly isApart: (at: number) => boolean
  /** Returns a word, folded. */
  readonly wordAt: (at: number) => string
  /** Returns where a word ends, in UTF-16 units. */
  readonly endOf: (at: number) => number
  /** Returns what stands between a word and the one before it. */
  readonly gapBefore: (at: number) => string
}

/** The words of a unit among those of its text. */
export interface UnitField extends WordField {
  /** 1 for each quoted word. */
  readonly quoted: Uint8Array
  /** Names by the index of their first word. */
  readonly namesAt: ReadonlyMap<number, Named>
  readonly unit: Unit
}

/** Where to search for a speaker: the words of a unit, and what the speaker may not contain. */
export interface SpeakerField extends UnitField {
  /** Whether a word belongs to a cue. */
  readonly isCue: (at: number) => boolean
}

export function wordField(words: Words, known: SayingWords): WordField {
  const { text, folded, start, end } = words
  const wordAt = (at: number): string => folded[at] ?? ''
  return {
    words,
    known,
    is: (at, ...lists) => lists.some((list) => known.has(list, wordAt(at))),
    has: (at, marks) => hasMark(words, at, marks),
    isCapital: (at) => hasMark(words, at, MARK.capital),
    isPeople: (at) => known.isPeople(wordAt(at)),
    isApart: (at) => hasMark(words, at, NAME_BREAK),
    wordAt,
    endOf: (at) => end[at] ?? 0,
    gapBefore: (at) => text.slice(end[at - 1] ?? 0, start[at] ?? 0),
  }
}
