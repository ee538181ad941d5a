import { cyrillicStem } from '../../language/endings.ts'
import { MARK, readText } from '../../language/read-text.ts'
import { nameWordsOfAll } from '../name-words.ts'

/** A person or organisation that the news spells in many ways, as `config/names.yaml` lists it. */
export interface NameEntry {
  readonly kind: 'person' | 'organisation'
  /** The name that is shown. */
  readonly name: string
  /** Country that this person leads, ISO 3166-1 alpha-2. */
  readonly leads?: string
  /** Other spellings, in any script; case and accents do not matter. */
  readonly aliases: readonly string[]
}

/** The person or organisation for which a spelling stands. */
export interface KnownName {
  readonly kind: 'person' | 'organisation'
  readonly name: string
  /** Recognised in capitals only: "WHO", not "who". */
  readonly needsCapitals: boolean
  /**
   * A person's spelling without a space or behind "son", a family name that others may bear too: "Trump",
   * "al-Assad", "بن سلمان".
   */
  readonly isSingleWord: boolean
  /** Country that this person leads, ISO 3166-1 alpha-2. */
  readonly leads: string | undefined
}

interface NameBookEntry {
  /** A longer spelling begins with these words. */
  hasLonger: boolean
  known: KnownName | undefined
}

/**
 * Entries by folded words, and by each beginning of a spelling. Keys with "~" are stems of Cyrillic names of
 * several words, all of which change their endings.
 */
export type NameBook = ReadonlyMap<string, NameBookEntry>

const books = new WeakMap<readonly NameEntry[], NameBook>()

/**
 * Indexes listed names by each of their spellings, once for each list. If two entries share a spelling, the
 * first keeps it.
 */
export function makeNameBook(names: readonly NameEntry[]): NameBook {
  const made = books.get(names)
  if (made !== undefined) return made
  const book = new Map<string, NameBookEntry>()
  for (const entry of names)
    for (const spelling of [entry.name, ...entry.aliases]) addSpelling(book, spelling, entry)
  books.set(names, book)
  return book
}

const FIRST_PARTS = nameWordsOfAll('firstParts')

function addSpelling(
  book: Map<string, NameBookEntry>,
  spelling: string,
  { kind, name, leads }: NameEntry,
): void {
  const { folded, marks } = readText(spelling.normalize('NFC'))
  if (folded.length === 0) return
  const needsCapitals =
    folded.length === 1 && ((marks[0] ?? 0) & (MARK.allCapitals | MARK.dotted)) !== 0 && spelling.length < 6
  const known: KnownName = {
    kind,
    name,
    needsCapitals,
    isSingleWord: kind === 'person' && (!/\s/u.test(spelling.trim()) || FIRST_PARTS.has(folded[0] ?? '')),
    leads,
  }
  addKey(book, folded, '', known)
  if (folded.length > 1 && /\p{Script=Cyrillic}/u.test(spelling))
    addKey(book, folded.map(cyrillicStem), '~', known)
}

function addKey(
  book: Map<string, NameBookEntry>,
  words: readonly string[],
  lead: string,
  known: KnownName,
): void {
  for (let length = 1; length <= words.length; length++) {
    const key = lead + words.slice(0, length).join(' ')
    const entry = book.get(key) ?? { hasLonger: false, known: undefined }
    book.set(key, entry)
    if (length < words.length) entry.hasLonger = true
    else entry.known ??= known
  }
}
