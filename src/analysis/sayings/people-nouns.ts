import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { bridgeOf } from '../../language/bridge/bridge.ts'
import { type NumberSet, numberSet } from '../../language/number-set.ts'
import { stem } from '../../language/stem.ts'
import { hashWord, readTerms } from '../../language/terms.ts'

/**
 * Share of a word's English meanings that must be people. The same from 0.3 to 0.7 in German, the only
 * labelled language where it matters, and in all others.
 */
const LEAST_PEOPLE_SHARE = 0.5

let nouns: ReadonlySet<string> | null = null
let isPeople: NumberSet | null = null

/**
 * Returns the nouns of people-nouns.txt.gz, which `npm run build:people` writes. They are loaded on first
 * use.
 */
const openNouns = (): ReadonlySet<string> =>
  (nouns ??= new Set(
    gunzipSync(readFileSync(new URL('people-nouns.txt.gz', import.meta.url)))
      .toString('utf8')
      .split('\n'),
  ))

/**
 * Whether a folded word is a noun for people or a body, singular or plural. Words of other languages are
 * mapped to English.
 */
export function isPeopleNoun(word: string, language: string): boolean {
  if (language === 'en') return singularsOf(word).some((one) => openNouns().has(one))
  const bridge = bridgeOf(language)
  if (bridge === undefined) return false
  const has = (isPeople ??= numberSet(Array.from(openNouns(), (noun) => hashWord(stem(noun, 'en')))))
  const { words, hashes } = readTerms(word, language)
  let people = 0
  bridge.lookUp(words[0] ?? '', hashes[0] ?? 0, (english, weight) => {
    if (has(english)) people += weight
  })
  return people >= LEAST_PEOPLE_SHARE
}

function singularsOf(word: string): readonly string[] {
  if (word.endsWith('men')) return [word, `${word.slice(0, -2)}an`]
  if (!word.endsWith('s')) return [word]
  return [word, word.slice(0, -1), word.replace(/es$/u, ''), word.replace(/ies$/u, 'y')]
}
