// Writes ../bridge/tables/: `npm run train:bridge -- FOLDER` with the folder of sentences and dictionary lines in two languages
// (../shared/data/bridge), which stays outside. Of the texts only stems and weights are kept; tables/NOTICE.txt names their sources and licence.
// The same lines give the same bytes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib'
import { packTable, type BridgeRow } from '../bridge/bridge-file.ts'
import { BRIDGED } from '../bridge/bridge.ts'
import { passing } from '../bridge/create-bridge.ts'
import { hashWord } from '../terms.ts'
import { countEnglish, learnBridge, type Entry, type Line, telling } from './learn-bridge.ts'

/** English stems are told by 16 bits. */
const MOST_STEMS = 2 ** 16
/** A stem that no sentence has is kept when the dictionaries of so many languages have it: rarer ones are names of beetles and grasses. */
const LEAST_LANGUAGES = 4

/** Keeps all tables together within four megabytes of memory. */
const MOST_ROWS = 30_000

const [folder = '../shared/data/bridge'] = process.argv.slice(2)
const linesOf = new Map(BRIDGED.map((language) => [language, readLines(language)]))
const frequency = countEnglish([...linesOf.values()].flat())
const stems = chooseStems()
const numberOf = new Map(stems.map((stem, number) => [stem, number]))
mkdirSync(new URL('../bridge/tables/', import.meta.url), { recursive: true })
write('stems.txt.br', Buffer.from(stems.join('\n')))
for (const [language, lines] of linesOf) {
  const rows = [...learnBridge(lines, language, frequency)]
    .flatMap(([key, entry]) => rowOf(key, entry))
    .slice(0, MOST_ROWS)
  const size = write(`${language}.br`, packTable(rows))
  process.stdout.write(`${language}: ${rows.length} words, ${Math.round(size / 1000)} KB\n`)
}

function readLines(language: string): Line[] {
  return ['sentences', 'dictionary'].flatMap((kind) => {
    const path = `${folder}/${kind}/${language}.tsv.gz`
    if (!existsSync(path))
      throw new Error(`${path} is missing: name the folder of sentences and dictionaries`)
    return gunzipSync(readFileSync(path))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [english = '', other = '', source = ''] = line.split('\t')
        return { english, other, source, isSentence: kind === 'sentences' }
      })
  })
}

/** The English stems that words may lead to, the commonest first. */
function chooseStems(): string[] {
  const told = new Set<string>()
  const languagesWith = new Map<string, number>()
  for (const lines of linesOf.values()) {
    const own = new Set<string>()
    for (const { english, isSentence } of lines)
      for (const word of telling(english, 'en')) (isSentence ? told : own).add(word)
    for (const word of own) languagesWith.set(word, (languagesWith.get(word) ?? 0) + 1)
  }
  for (const [word, languages] of languagesWith) if (languages >= LEAST_LANGUAGES) told.add(word)
  const rank = (stem: string): number => (frequency.get(stem) ?? 0) * 100 + (languagesWith.get(stem) ?? 0)
  return [...told]
    .sort((one, other) => rank(other) - rank(one) || (one < other ? -1 : 1))
    .slice(0, MOST_STEMS)
}

function rowOf(key: string, entry: Entry): BridgeRow[] {
  const kept = entry.flatMap(([stem, weight]) => {
    const number = numberOf.get(stem)
    return number === undefined ? [] : [[number, weight] as const]
  })
  // It would pass as itself anyway.
  const isItself = kept.length === 1 && entry[0]?.[0] === passing(key)
  return kept.length === 0 || isItself ? [] : [{ key: hashWord(key), stems: kept }]
}

/** Gives the size of what is written, in bytes. */
function write(file: string, bytes: Buffer): number {
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
  writeFileSync(new URL(`../bridge/tables/${file}`, import.meta.url), packed)
  return packed.length
}
