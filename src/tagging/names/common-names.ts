import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type NumberSet, numberSet } from '../../language/number-set.ts'
import { hashWord } from '../../language/terms.ts'
import { stem } from '../../language/stem.ts'
import { soundKey } from '../../language/sound-key.ts'

/** First and family names from all over the world, in any script. */
export interface CommonNames {
  /** Whether a folded word is a first name. */
  isFirst(word: string): boolean
  /** Whether a folded word is a family name. */
  isFamily(word: string): boolean
  /** Whether an English stem, given by its `hashWord`, is that of a first name. */
  isFirstStem(stem: number): boolean
  isFamilyStem(stem: number): boolean
  /** Whether a first name in Latin letters has this `soundKey`. */
  isFirstSound(key: string): boolean
  isFamilySound(key: string): boolean
}

let opened: CommonNames | undefined

/**
 * The content of given-names.tsv.gz beside this file, which `npm run build:given-names` writes. Read once,
 * when first asked for.
 */
export function openCommonNames(): CommonNames {
  return (opened ??= readCommonNames())
}

/** The first and family names of the file, folded. */
export function readNameLists(): { readonly first: readonly string[]; readonly family: readonly string[] } {
  const file = new URL('given-names.tsv.gz', import.meta.url)
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  const [first = [], family = []] = lines.map((line) => line.split(' '))
  return { first, family }
}

function readCommonNames(): CommonNames {
  const { first, family } = readNameLists()
  const [firstLatin, familyLatin] = [first.filter(isLatin), family.filter(isLatin)]
  const [isFirst, isFamily] = [wordSet(first), wordSet(family)]
  const [isFirstSound, isFamilySound] = [soundSet(firstLatin), soundSet(familyLatin)]
  return {
    isFirst: (word) => isFirst(hashWord(word)),
    isFamily: (word) => isFamily(hashWord(word)),
    isFirstStem: stemSet(firstLatin),
    isFamilyStem: stemSet(familyLatin),
    isFirstSound: (key) => isFirstSound(hashWord(key)),
    isFamilySound: (key) => isFamilySound(hashWord(key)),
  }
}

const isLatin = (word: string): boolean => /^[a-z]+$/.test(word)
const wordSet = (words: readonly string[]): NumberSet => numberSet(words.map(hashWord))
const stemSet = (names: readonly string[]): NumberSet => wordSet(names.map((name) => stem(name, 'en')))
const soundSet = (names: readonly string[]): NumberSet =>
  wordSet([...new Set(names.map((name) => soundKey(name, 'en')).filter((key) => key !== null))])
