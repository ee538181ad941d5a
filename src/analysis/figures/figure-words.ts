import { z } from 'zod'
import { QUALIFIERS, type Qualifier, TOLLS, type Toll } from '../../records/finding.ts'
import { wordEndings, words } from '../../language/parts.ts'
import { languagePart } from '../../language/read-part.ts'
import { type PhraseTable, phraseTable } from '../phrases.ts'
import { stateWords } from '../states/read-states.ts'

/** Words around figures. */
export const figureWords = languagePart(
  'figures',
  z.strictObject({
    /** Words for people killed and so on, by where they stand: before their number, after it, or either. */
    tolls: z.partialRecord(
      z.enum(TOLLS),
      z.strictObject({ any: words.default([]), leads: words.default([]), follows: words.default([]) }),
    ),
    qualifiers: z.record(z.enum(QUALIFIERS), words),
    percent: words,
    magnitude: words,
    /**
     * Currencies. CLDR has their names too, but with too many that mean something else (“won”, “nuevos”,
     * “سوم”).
     */
    money: words,
    /** Things that are counted and are not people. */
    things: words,
    /** Prepositions: the verb before one does not count what follows it. */
    blocks: words.default([]),
    /** Prepositions of place. */
    places: words.default([]),
    /** Endings of place after the apostrophe of a name. */
    placeEndings: words.default([]),
    /** Conjunctions: they open another clause with verbs of its own. */
    openers: words.default([]),
    joins: words,
    /** Words between the two ends of a range. */
    ranges: words,
    /** Words before two numbers that "and" turns into a range. */
    between: words.default([]),
    /** Words for a part of a number told before: "including 3 children". */
    aside: words.default([]),
    /** Words that continue a number told before: "rises to". */
    grows: words.default([]),
  }),
)

type Side = 'any' | 'leads' | 'follows'

export type FigureSign =
  | { readonly kind: 'toll'; readonly toll: Toll; readonly side: Side }
  | { readonly kind: 'qualifier'; readonly qualifier: Qualifier }
  | { readonly kind: (typeof PLAIN)[number] }

/** A word or phrase of `figures.json` in a text. Indices are token indices; `to` is exclusive. */
export interface FoundSign {
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

/** Returns null for a language without `figures.json`. */
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

/** Returns the words that say somebody was found; null for a language without them. */
export const foundTableOf = (language: string): PhraseTable<true> | null =>
  foundTables.getOrInsertComputed(language, () => {
    const found = stateWords.of(language)?.states.found
    return found === undefined
      ? null
      : phraseTable([[true, found]], language, wordEndings.of(language)?.heads)
  })
