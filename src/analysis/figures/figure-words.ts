import { z } from 'zod'
import { QUALIFIERS, type Qualifier, TOLLS, type Toll } from '../../records/finding.ts'
import { wordEndings, words } from '../../language/parts.ts'
import { languagePart } from '../../language/read-part.ts'
import { type PhraseTable, phraseTable } from '../phrases.ts'
import { stateWords } from '../states/read-states.ts'

/** Words round figures. */
export const figureWords = languagePart(
  'figures',
  z.strictObject({
    /** What says of people that they were killed and so on, by where it stands: before its number, behind it, or either. */
    tolls: z.partialRecord(
      z.enum(TOLLS),
      z.strictObject({ any: words.default([]), leads: words.default([]), follows: words.default([]) }),
    ),
    qualifiers: z.record(z.enum(QUALIFIERS), words),
    percent: words,
    magnitude: words,
    /** Currencies. CLDR's names lead to them as well, with too much that is something else (“won”, “nuevos”, “سوم”). */
    money: words,
    /** What is counted and is no person. */
    things: words,
    /** Prepositions: what stands behind one is not what the verb before it counts. */
    blocks: words.default([]),
    /** Prepositions of place. */
    places: words.default([]),
    /** Endings of place, behind the apostrophe of a name. */
    placeEndings: words.default([]),
    /** Conjunctions: behind them another clause begins, with verbs of its own. */
    openers: words.default([]),
    joins: words,
    /** Between the two ends of a range. */
    ranges: words,
    /** Before two numbers that "and" makes a range of. */
    between: words.default([]),
    /** Part of a number told before: "including 3 children". */
    aside: words.default([]),
    /** What says that a number goes on with one told before: "rises to". */
    grows: words.default([]),
  }),
)

type Side = 'any' | 'leads' | 'follows'

export type FigureSign =
  | { readonly kind: 'toll'; readonly toll: Toll; readonly side: Side }
  | { readonly kind: 'qualifier'; readonly qualifier: Qualifier }
  | { readonly kind: (typeof PLAIN)[number] }

/** A word or phrase of `figures.json` in a text. */
export interface MetSign {
  readonly from: number
  readonly to: number
  readonly sign: FigureSign
}

const PLAIN = [
  'percent',
  'magnitude',
  'money',
  'things',
  'blocks',
  'openers',
  'joins',
  'ranges',
  'between',
  'aside',
] as const

const tables = new Map<string, PhraseTable<FigureSign> | null>()

/** Null for a language of which nobody wrote down how it tells figures. */
export const figureTableOf = (language: string): PhraseTable<FigureSign> | null =>
  tables.getOrInsertComputed(language, () => {
    const own = figureWords.of(language)
    if (own === null) return null
    const lists: (readonly [FigureSign, readonly string[]])[] = []
    for (const toll of TOLLS)
      for (const side of ['any', 'leads', 'follows'] as const)
        lists.push([{ kind: 'toll', toll, side }, own.tolls[toll]?.[side] ?? []])
    for (const qualifier of QUALIFIERS)
      lists.push([{ kind: 'qualifier', qualifier }, own.qualifiers[qualifier]])
    for (const kind of PLAIN) lists.push([{ kind }, own[kind]])
    return phraseTable(lists, language, language === 'ar' ? wordEndings.of('ar')?.heads : [])
  })

const foundTables = new Map<string, PhraseTable<true> | null>()

/** What says of somebody that they were found; null for a language of which nobody wrote it down. */
export const foundTableOf = (language: string): PhraseTable<true> | null =>
  foundTables.getOrInsertComputed(language, () => {
    const found = stateWords.of(language)?.states.found
    return found === undefined
      ? null
      : phraseTable([[true, found]], language, wordEndings.of(language)?.heads)
  })
