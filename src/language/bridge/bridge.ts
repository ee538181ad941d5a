import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { TermKind, type Terms } from '../terms.ts'
import { indexTable, unpackTable, type WrittenTable } from './bridge-file.ts'
import { type Bridge, createBridge, type EnglishStems, readStems, type GiveStem } from './create-bridge.ts'

/** Languages (ISO 639-1) with a table, which `npm run train:bridge` writes beside this file. */
export const BRIDGED = [
  ...(['ar', 'de', 'es', 'fa', 'fr', 'he', 'hi', 'it', 'ja', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh'] as const),
]

/**
 * Returns the bridge of a language (BCP 47), which is loaded on first use. The bridge of English maps to
 * itself. Undefined if the language has no table.
 * @throws if a file in tables/ is missing or is no table.
 */
export function bridgeOf(language: string): Bridge | undefined {
  const [base = ''] = language.split('-', 1)
  let bridge = opened.get(base)
  if (bridge === undefined && BRIDGED_LANGUAGES.has(base)) opened.set(base, (bridge = openBridge(base)))
  return bridge
}

const BRIDGED_LANGUAGES: ReadonlySet<string> = new Set(BRIDGED)

const toItself: Bridge = {
  likeness: 1,
  lookUp(_, hash, tell) {
    tell(hash, 1)
    return true
  },
}
const opened = new Map<string, Bridge>([['en', toItself]])

/**
 * Calls `tell` with the English stems of all terms that say something, in order; `at` is the index of the
 * term. Returns false if the language has no table.
 */
export function englishTerms(
  terms: Terms,
  language: string,
  tell: (english: number, weight: number, at: number) => void,
): boolean {
  const bridge = bridgeOf(language)
  if (bridge === undefined) return false
  let at = 0
  const tellHere: GiveStem = (english, weight) => tell(english, weight, at)
  for (; at < terms.words.length; at++)
    if (((terms.kinds[at] ?? 0) & SAYS_NOTHING) === 0)
      bridge.lookUp(terms.words[at] ?? '', terms.hashes[at] ?? 0, tellHere)
  return true
}

const SAYS_NOTHING = TermKind.stop | TermKind.single

const openBridge = (language: string): Bridge =>
  createBridge(indexTable(readTable(language)), (stems ??= readStems(readStemList())), language)

let stems: EnglishStems | null = null

/** Returns the stored table of one of `BRIDGED`. */
export const readTable = (language: string): WrittenTable => unpackTable(readData(`${language}.br`))

/** Returns all English stems; the index of each is its number. */
export const readStemList = (): readonly string[] => readData('stems.txt.br').toString('utf8').split('\n')

const readData = (file: string): Buffer =>
  brotliDecompressSync(readFileSync(new URL(`tables/${file}`, import.meta.url)))
