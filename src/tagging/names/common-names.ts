import { isInSorted } from '../../language/is-in-sorted.ts'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { hashWord } from '../../language/terms.ts'
import { stem } from '../../language/stem.ts'
import { soundKey } from '../../language/sound-key.ts'

/** What people are called all over the world, in any script. */
export interface CommonNames {
  /** Whether a folded word is a first name. */
  isFirst(word: string): boolean
  isFamily(word: string): boolean
  /** Whether an English stem, by its `hashWord`, is of a first name. */
  isFirstStem(stem: number): boolean
  isFamilyStem(stem: number): boolean
  /** Whether a name in Latin letters sounds so, as `soundKey` has it. */
  isFirstSound(key: string): boolean
  isFamilySound(key: string): boolean
}

let opened: CommonNames | undefined

/** What given-names.tsv.gz beside this file holds, which `npm run build:given-names` writes: read once, when first asked for. */
export function openCommonNames(): CommonNames {
  return (opened ??= readCommonNames())
}

/** First and family names as they are written down. */
export function readNameLists(): { readonly first: readonly string[]; readonly family: readonly string[] } {
  const file = new URL('given-names.tsv.gz', import.meta.url)
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  const [first = [], family = []] = lines.map((line) => line.split(' '))
  return { first, family }
}

function readCommonNames(): CommonNames {
  const { first, family } = readNameLists()
  const [firstHashes, familyHashes] = [hashesOf(first), hashesOf(family)]
  const [firstLatin, familyLatin] = [first.filter(isLatin), family.filter(isLatin)]
  const [firstStems, familyStems] = [stemsOf(firstLatin), stemsOf(familyLatin)]
  const [firstSounds, familySounds] = [soundsOf(firstLatin), soundsOf(familyLatin)]
  return {
    isFirst: (word) => isInSorted(firstHashes, hashWord(word)),
    isFamily: (word) => isInSorted(familyHashes, hashWord(word)),
    isFirstStem: (stem) => isInSorted(firstStems, stem),
    isFamilyStem: (stem) => isInSorted(familyStems, stem),
    isFirstSound: (key) => isInSorted(firstSounds, hashWord(key)),
    isFamilySound: (key) => isInSorted(familySounds, hashWord(key)),
  }
}

const isLatin = (word: string): boolean => /^[a-z]+$/.test(word)
const stemsOf = (names: readonly string[]): Int32Array => hashesOf(names.map((name) => stem(name, 'en')))
const soundsOf = (names: readonly string[]): Int32Array =>
  hashesOf([...new Set(names.map((name) => soundKey(name, 'en')).filter((key) => key !== null))])

const hashesOf = (words: readonly string[]): Int32Array => Int32Array.from(words, hashWord).sort()
