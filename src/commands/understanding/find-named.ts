import type { FoundName } from '../../tagging/find-names.ts'
import { cyrillicStem } from '../../language/endings.ts'
import { fold } from '../../language/letters.ts'
import { askWords } from '../../language/typed-words.ts'
import { stem } from '../../language/stem.ts'
import { foldTerm, type NameIndex, type Term } from '../name-index.ts'
import type { Named } from './named.ts'
import { findWaters } from './find-waters.ts'
import { formsOf, colloquialForms, stemOf, type Word } from './sentence.ts'
import { isBehindIn, stopsOf, meaningOfName } from './meaning-of-name.ts'

/**
 * Finds everything that words of a sentence name, the longest name at each word: regions, countries, topics
 * and sources of the settings, then what the tagger's tables have.
 */
export function findNamed(
  text: string,
  words: readonly Word[],
  language: string,
  nameIndex: NameIndex,
): ReadonlyMap<number, Named> {
  // "The Baltic Sea" is no region, but "the Persian Gulf" is.
  const all: Named[] = findWaters(text, words, language)
    .filter(({ first, end }) => termsCalled(words.slice(first, end), language, nameIndex).length === 0)
    .map(({ first, end, name }) => ({ first, end, what: { kind: 'place', name } }))
  for (let at = 0; at < words.length; at++) {
    const body = bodyFrom(words, at, language)
    if (body !== null) all.push(body)
    const term = termFrom(words, at, language, nameIndex)
    if (term !== null) all.push(term, ...invertedName(term, words, language, nameIndex))
  }
  const parts = new Map<number, Span>()
  for (const name of nameIndex.findNames(text, language)) {
    const span = wordsOf(name, words)
    if (span !== null && isPartOfCountry(name)) parts.set(span.first, span)
    const isOther = span === null || isWithArticle(words.slice(span.first, span.end), language, nameIndex)
    if (isOther) continue
    const isWhere = isBehindIn(words, span, language)
    const what = meaningOfName(name, text, words.slice(span.first, span.end), {
      language,
      nameIndex,
      isWhere,
    })
    if (what === null) continue
    const named = { ...span, what }
    // "In La Paz" is not about peace, "في الرياض" (in Riyadh) not about sport.
    const topic = isWhere ? all.findIndex((other) => isTopic(other) && isSameSpan(other, named)) : -1
    if (topic >= 0) all[topic] = named
    else all.push(named)
  }
  const found = new Map<number, Named>()
  const taken = new Set<number>()
  for (const named of all.toSorted((one, other) => other.end - other.first - (one.end - one.first))) {
    const own = Array.from({ length: named.end - named.first }, (_, step) => named.first + step)
    if (own.some((at) => taken.has(at))) continue
    for (const at of own) taken.add(at)
    found.set(named.first, parts.get(named.first)?.end === named.end ? withArea(named, text, words) : named)
  }
  return found
}

/**
 * "Корея Южная" (Korea, South): a name that several countries have, followed by the word that tells which.
 */
function invertedName(
  { first, end, what }: Named,
  words: readonly Word[],
  language: string,
  nameIndex: NameIndex,
): readonly Named[] {
  const [own, next] = [words[first], words[end]]
  if (what.kind !== 'terms' || what.terms.length < 2 || own === undefined || next?.kind !== 'word') return []
  const name = `${next.typed} ${own.typed}`
  const [found] = nameIndex.findNames(name, language)
  const code = found?.start === 0 && found.end === name.length ? found.senses[0]?.country : undefined
  const terms = what.terms.filter(({ id }) => id === code)
  return terms.length === 0 ? [] : [{ first, end: end + 1, what: { kind: 'terms', terms } }]
}

/** Returns whether a name is not that of a country, although our lists lead from it to one: "Gaza". */
const isPartOfCountry = ({ listed, senses }: FoundName): boolean =>
  listed === null && senses.length > 0 && !senses.some(({ kind }) => kind === 'n' || kind === 'a')

function withArea(named: Named, text: string, words: readonly Word[]): Named {
  const { first, end, what } = named
  if (what.kind !== 'terms' || !what.terms.every(({ kind }) => kind === 'country')) return named
  return { first, end, what: { ...what, area: text.slice(words[first]?.start, words[end - 1]?.end) } }
}

const bodies = new Map<string, ReadonlyMap<string, string>>()

function bodyFrom(words: readonly Word[], at: number, language: string): Named | null {
  const known = bodies.getOrInsertComputed(
    language,
    () =>
      new Map(
        Object.entries(askWords.of(language)?.bodies ?? {}).flatMap(([name, called]) =>
          called.map((one): [string, string] => [foldTerm(one), name]),
        ),
      ),
  )
  for (let length = Math.min(LONGEST_BODY, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length)
    const name = known.get(run.map(({ key }) => key).join(' '))
    if (name !== undefined && run.every(({ kind }) => kind === 'word'))
      return { first: at, end: at + length, what: { kind: 'organisation', name } }
  }
  return null
}

/** Most words in such a name. */
const LONGEST_BODY = 5

/**
 * Finds the longest name of the settings that begins at a word, with its last word or all of its words in any
 * form.
 */
function termFrom(words: readonly Word[], at: number, language: string, nameIndex: NameIndex): Named | null {
  for (let length = Math.min(nameIndex.longest, words.length - at); length > 0; length--) {
    const run = words.slice(at, at + length)
    if (
      run.some(
        ({ kind, closes }, index) =>
          (kind !== 'word' && !(kind === 'quote' && length === 1)) || (closes && index < length - 1),
      )
    )
      continue
    const terms = termsCalled(run, language, nameIndex)
    const isPaper = terms.length > 0 && terms.every(({ kind }) => kind === 'source')
    if (isPaper && isWithArticle(run, language, nameIndex)) continue
    if (terms.length > 0) return { first: at, end: at + length, what: { kind: 'terms', terms } }
  }
  return null
}

/** "En el mundo", "dans le monde": in lower case it is the world, not a newspaper or a town. */
const isWithArticle = (run: readonly Word[], language: string, nameIndex: NameIndex): boolean =>
  run.length > 1 &&
  stopsOf(language).has(run[0]?.key ?? '') &&
  run.every(({ isSmall }) => isSmall) &&
  termsCalled(run.slice(1), language, nameIndex).some(({ kind }) => kind === 'region')

function termsCalled(run: readonly Word[], language: string, nameIndex: NameIndex): readonly Term[] {
  const keys = run.map(({ key }) => key)
  const exact = nameIndex.terms.get(keys.join(' '))
  if (exact !== undefined) return exact
  const [first, last] = [keys[0] ?? '', keys.at(-1) ?? '']
  const before = keys.slice(0, -1)
  const variants =
    keys.length === 1
      ? [...formsOf(last, language), ...colloquialForms(last, language)]
      : [
          ...formsOf(last, language).map((form) => [...before, form].join(' ')),
          ...formsOf(first, language).map((form) => [form, ...keys.slice(1)].join(' ')),
        ]
  for (const variant of language === 'ru' ? variants.flatMap(withVowel) : variants) {
    const terms = nameIndex.terms.get(variant)
    if (terms !== undefined) return terms
  }
  const stems = stemsOf(keys, language)
  const { length } = keys.join(' ')
  const found = stems === null ? [] : (termsByStem(nameIndex, language).get(stems) ?? [])
  // "Franc" is the stem of both "France" and "français", and also another word. German and Russian adjectives
  // are stems themselves.
  const isBare = stems === keys.join(' ') && BARE_STEMS.has(language)
  return found
    .filter(
      ({ name, term }) =>
        Math.abs(name.length - length) <= LONGEST_ENDING && !(isBare && term.kind === 'country'),
    )
    .map(({ term }) => term)
}

const BARE_STEMS: ReadonlySet<string> = new Set(['en', 'fr', 'es'])

/** "Египте" comes from "Египет": a vowel is dropped before an ending. */
const withVowel = (form: string): readonly string[] => {
  const [, begun = '', last = ''] = /^(.+[бвгджзйклмнпрстфхцчшщ])([бвгджзклмнпрстфхц])$/u.exec(form) ?? []
  return last === '' ? [form] : [form, `${begun}е${last}`, `${begun}о${last}`]
}

/** Returns the stems of words that are inflected together: "ближнему востоку", "im Nahen Osten". */
function stemsOf(keys: readonly string[], language: string): string | null {
  const stems = keys.map(
    (key) =>
      (language === 'ru' ? cyrillicStem(key) : stemOf(key, language)) ??
      // A short word beside another one is stemmed, too: "im Nahen Osten".
      (keys.length > 1 ? fold(stem(key, language)) : ''),
  )
  return stems.some((one) => one.length < (keys.length > 1 ? 2 : 4)) ? null : stems.join(' ')
}

/** Most letters by which two forms of a name differ: "negociaciones" is no form of "negocios". */
const LONGEST_ENDING = 4

/** A term, and the name that has a certain stem. */
interface Stemmed {
  readonly name: string
  readonly term: Term
}

const byStem = new WeakMap<NameIndex, Map<string, ReadonlyMap<string, readonly Stemmed[]>>>()

function termsByStem(nameIndex: NameIndex, language: string): ReadonlyMap<string, readonly Stemmed[]> {
  const byLanguage = byStem.getOrInsertComputed(nameIndex, () => new Map())
  return byLanguage.getOrInsertComputed(language, () => {
    const stems = new Map<string, Stemmed[]>()
    for (const [key, terms] of nameIndex.terms) {
      const places = terms.filter(({ kind }) => kind === 'country' || kind === 'region' || kind === 'topic')
      const stemmed = places.length === 0 ? null : stemsOf(key.split(' '), language)
      if (stemmed === null) continue
      const there = stems.get(stemmed) ?? []
      const isThere = (term: Term) =>
        there.some(({ term: { kind, id } }) => kind === term.kind && id === term.id)
      const added = places.filter((term) => !isThere(term)).map((term) => ({ name: key, term }))
      stems.set(stemmed, [...there, ...added])
    }
    return stems
  })
}

/** A run of words; `end` is after the last. */
interface Span {
  readonly first: number
  readonly end: number
}

function wordsOf({ start, end }: FoundName, words: readonly Word[]): Span | null {
  const first = words.findIndex((word) => word.end > start)
  let behind = first
  while (words[behind] !== undefined && (words[behind]?.start ?? end) < end) behind++
  return first < 0 || behind === first ? null : { first, end: behind }
}

const isTopic = ({ what }: Named): boolean =>
  what.kind === 'terms' && what.terms.every(({ kind }) => kind === 'topic')

const isSameSpan = (one: Span, other: Span): boolean => one.first === other.first && one.end === other.end
