import type { NameIndex } from '../name-index.ts'
import { findNamed } from './find-named.ts'
import type { Named } from './named.ts'
import type { Sign } from './compile-lexicon.ts'
import { languageOf, matchPhrase, type PhraseMatch, matchMisspelt, UNDERSTOOD } from './lexicon.ts'
import { isKnown } from './correct-typo.ts'
import { isNoise } from './noise.ts'
import type { Word } from './sentence.ts'
import { splitCompounds } from './split-compounds.ts'

/** A piece of a sentence: a name, a phrase that means something to us, or any other word. */
export interface Item {
  readonly words: readonly Word[]
  readonly first: Word
  readonly signs: ReadonlySet<Sign>
  readonly named: Named['what'] | null
}

/** Returns whether a phrase contains the word for "all": "end all of them", "everything except". */
export const holdsAll = ({ words }: Item, language: string): boolean =>
  words.length > 1 && words.some((word) => matchPhrase([word], 0, language)?.signs.has('all') === true)

/** Cuts a sentence into items: at each word the longest name or phrase. */
export function readItems(
  text: string,
  cut: readonly Word[],
  nameIndex: NameIndex,
): { readonly items: readonly Item[]; readonly language: string } {
  const language = languageOf(cut)
  const words = splitCompounds(cut, language, nameIndex)
  const named = findNamed(text, words, language, nameIndex)
  const items: Item[] = []
  for (let at = 0; at < words.length;) {
    const first = words[at]
    if (first === undefined) break
    const meant = meaningAt(words, at, language)
    // A channel called "#eu" asks for no news about it.
    const name = first.kind === 'channel' || first.kind === 'address' ? null : (named.get(at) ?? null)
    const isName =
      name !== null && !saysMore(name, words, language) && (meant === null || isLikelier(name, meant, words))
    const length = isName ? name.end - name.first : (meant?.length ?? 1)
    items.push({
      words: words.slice(at, at + length),
      first,
      signs: isName ? NO_SIGNS : (meant?.signs ?? NO_SIGNS),
      named: isName ? name.what : null,
    })
    at += length
  }
  return { items, language }
}

const NO_SIGNS: ReadonlySet<Sign> = new Set()

/**
 * Returns what words mean in the language of the sentence. A longer word that only another language knows is
 * read in that language, since people mix them.
 */
function meaningAt(words: readonly Word[], at: number, language: string): PhraseMatch | null {
  const own = matchPhrase(words, at, language)
  if (own !== null) return own
  const word = words[at]
  if (word === undefined) return null
  for (const other of UNDERSTOOD) {
    // Arabic and Persian share most of their words, with different meanings.
    if (other === language || (ARABIC.has(other) && ARABIC.has(language))) continue
    const found = matchPhrase(words, at, other)
    // "Seize" means sixteen only in French.
    const isOwn = found !== null && [...found.signs].some(isCounting) && isKnown(word, [language])
    // "Iran'da ne oldu since yesterday" is mixed. A single short word exists in too many languages.
    const isShort = word.key.length < SHORTEST_FOREIGN && (found?.length ?? 0) < 2
    const isSmall = found?.signs.has('filler') === true && !found.signs.has('please')
    if (found !== null && !found.isApproximate && !isShort && !isSmall && !isOwn) return found
  }
  // Beside words that ask for something, noise may be what they ask for.
  if (words.every(isNoise)) return { length: 1, signs: FILLER, isApproximate: true }
  // A capital inside a sentence marks a name, except in German.
  const isName = at > 0 && language !== 'de' && !word.isSmall && HAS_CAPITALS.test(word.typed)
  return word.kind === 'word' && !isName && word.key.length >= SHORTEST_FOREIGN
    ? matchMisspelt(word, language, isKnown(word))
    : null
}

const FILLER: ReadonlySet<Sign> = new Set(['filler'])

const isCounting = (sign: Sign): boolean => /^(?:number|ordinal|month|weekday):/u.test(sign)

const HAS_CAPITALS = /^\p{Lu}\p{Ll}/u
const SHORTEST_FOREIGN = 4
const ARABIC: ReadonlySet<string> = new Set(['ar', 'fa'])

/** "Moscow time" names a clock: a word in it means something to us. */
const saysMore = ({ first, end, what }: Named, words: readonly Word[], language: string): boolean =>
  what.kind === 'thing' &&
  Array.from({ length: end - first }, (_, step) => matchPhrase(words, first + step, language)).some(
    (meant) => meant !== null && !meant.isApproximate && !meant.signs.has('filler'),
  )

/**
 * Returns whether words are more likely a name than a phrase of ours: the longer one wins; a small word that
 * holds sentences together is no name.
 */
function isLikelier({ first, end, what }: Named, meant: PhraseMatch, words: readonly Word[]): boolean {
  const length = end - first
  if (length !== meant.length) return length > meant.length
  const isSmall = words.slice(first, end).every((word) => word.isSmall)
  if (what.kind === 'terms' && what.terms.every(({ id }) => id === 'world')) return false
  const isPlace =
    what.kind === 'terms' && what.terms.some(({ kind }) => kind === 'country' || kind === 'region')
  if (meant.isApproximate) return true
  // "The us" is no pronoun.
  const isPronoun = (words[first]?.key.length ?? 0) <= SHORTEST_PRONOUN && words[first - 1]?.key !== 'the'
  if (isPlace) return !(isSmall && length === 1 && isPronoun)
  if (what.kind === 'terms' && what.terms.some(({ kind }) => kind === 'topic'))
    return !meant.signs.has('filler') && !meant.signs.has('outlets')
  return what.kind !== 'terms' && words.slice(first, end).every(({ typed }) => typed !== typed.toLowerCase())
}

/** "us" and "it" are no countries and no machines. */
const SHORTEST_PRONOUN = 3
