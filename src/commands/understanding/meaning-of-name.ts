import type { FoundName } from '../../tagging/find-names.ts'
import { wordLists } from '../../language/parts.ts'
import { askWords } from '../../language/typed-words.ts'
import { foldTerm, type NameIndex, type Term } from '../name-index.ts'
import type { Named } from './named.ts'
import type { Word } from './sentence.ts'

/**
 * Returns what a name of the tagger's tables means in a question; null where the words are more likely
 * something else.
 */
export function meaningOfName(
  name: FoundName,
  text: string,
  words: readonly Word[],
  {
    language,
    nameIndex,
    isWhere,
  }: { readonly language: string; readonly nameIndex: NameIndex; readonly isWhere: boolean },
): Named['what'] | null {
  const typed = withoutPrefix(text.slice(words[0]?.start, words.at(-1)?.end), language, nameIndex)
  if (name.listed !== null) return { kind: name.listed.kind, name: name.listed.name }
  const town = isWhere ? name.senses.find(isKnownByAll) : undefined
  const plain = name.senses.find(({ isOrdinaryWord }) => !isOrdinaryWord)
  const sense = plain === undefined || plain.kind === 'p' ? (town ?? plain) : plain
  if (sense === undefined) return null
  // "Le port" is a town on La Réunion, but a harbour wherever an article stands before it.
  const small = stopsOf(language)
  const isWritten =
    words.some(({ isSmall }) => !isSmall) || (words.length > 1 && !words.some(({ key }) => small.has(key)))
  switch (sense.kind) {
    case 'n':
    case 'a': {
      const country = countryOf(sense.country, nameIndex)
      return country === null ? { kind: 'place', name: typed } : { kind: 'terms', terms: [country] }
    }
    case 'm':
    case 'c':
    case 'r':
      return { kind: 'place', name: typed }
    case 'p':
      return isWritten || isKnownByAll(sense) ? { kind: 'place', name: typed } : null
    case 'x':
      return words.length > 1 ? { kind: 'thing', name: typed } : null
    case 'b':
    case 'l':
    case 'h':
    case 'w':
      return null
    default:
      return sense.kind satisfies never
  }
}

/** "بحلب": in Aleppo. */
function withoutPrefix(typed: string, language: string, nameIndex: NameIndex): string {
  const bare = language === 'ar' ? typed.replace(/^[وفبل](?=\S{3})/u, '') : typed
  const isName = nameIndex
    .findNames(bare, language)
    .some(({ start, end }) => start === 0 && end === bare.length)
  return bare !== typed && isName ? bare : typed
}

const stops = new Map<string, ReadonlySet<string>>()

/** Small words of a language (ISO 639-1), folded. */
export const stopsOf = (language: string): ReadonlySet<string> =>
  stops.getOrInsertComputed(language, () => new Set((wordLists.of(language)?.stop ?? []).map(foldTerm)))

/**
 * In thousands of inhabitants. Only a town of this size is meant if its name is in lower case; smaller ones
 * share their names with ordinary words.
 */
const KNOWN_BY_ALL = 100

const isKnownByAll = ({ kind, size }: FoundName['senses'][number]): boolean =>
  (kind === 'p' || kind === 'c' || kind === 'r') && size >= KNOWN_BY_ALL

const countries = new WeakMap<NameIndex, ReadonlyMap<string, Term>>()

function countryOf(code: string, nameIndex: NameIndex): Term | null {
  const known = countries.getOrInsertComputed(nameIndex, ({ terms }) => {
    const all = [...terms.values()].flat().filter(({ kind }) => kind === 'country')
    return new Map(all.map((term) => [term.id, term]))
  })
  return known.get(code) ?? null
}

/**
 * Returns whether words are said to be where something happens: "In Essen", "بالموصل" (in Mosul), "Ordu'da"
 * (in Ordu).
 */
export function isBehindIn(
  words: readonly Word[],
  { first, end }: Pick<Named, 'first' | 'end'>,
  language: string,
): boolean {
  const before = words[first - 1]
  return (
    askWords.of(language)?.where.some((where) => foldTerm(where) === before?.key) === true ||
    (language === 'ar' && words[first]?.key.startsWith('ب') === true) ||
    /^[dt][ae]/u.test(words[end - 1]?.ending ?? '')
  )
}
