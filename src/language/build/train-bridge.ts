// Writes ../bridge/tables/: `npm run train:bridge -- FOLDER`. FOLDER holds sentences and dictionary lines in
// two languages (default ../shared/data/bridge) and is not part of the project; beside it lies
// ../documents/ntrex.jsonl, the same texts in all languages. Only stems and weights are kept of the texts;
// tables/NOTICE.txt names their sources and licence. The same lines give the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { indexTable, packTable, unpackTable } from '../bridge/bridge-file.ts'
import { BRIDGED } from '../bridge/bridge.ts'
import { createBridge, readStems } from '../bridge/create-bridge.ts'
import { compareHalves, likenessAt, rarityIn, readDocuments } from './calibrate.ts'
import { rowsOf } from './bridge-rows.ts'
import { countEnglish, isKeptFrom, isNews, type Line, telling } from './learn-bridge.ts'
import { readLines } from './read-lines.ts'

/** Numbers of English stems have 16 bits. */
const MOST_STEMS = 2 ** 16
/**
 * A stem that occurs in no sentence is kept if the dictionaries of this many languages have it. Rarer ones
 * are names of beetles and grasses.
 */
const LEAST_LANGUAGES = 4

/**
 * The odds of one document against two at which thresholds are compared. From 10 to 1000 the ratios differ by
 * a twentieth.
 */
const ODDS = 100

const [folder = '../shared/data/bridge'] = process.argv.slice(2)
const linesOf = new Map(BRIDGED.map((language) => [language, readLines(folder, language)]))
const allLines = [...linesOf.values()].flat()
const frequency = countEnglish(allLines)
const stems = chooseStems()
const numberOf = new Map(stems.map((stem, number) => [stem, number]))
const english = readStems(stems)
const documents = readDocuments(`${folder}/../documents/ntrex.jsonl`)
const rarity = rarityIn([
  ...new Set(allLines.filter((line) => isNews(line) && isKeptFrom(line)).map((line) => line.english)),
])
const ofEnglish = likenessAt(ODDS, compareHalves(documents, 'en', null, rarity))
mkdirSync(new URL('../bridge/tables/', import.meta.url), { recursive: true })
write('stems.txt.br', Buffer.from(stems.join('\n')))
for (const [language, lines] of linesOf) {
  const likeness = calibrate(language, lines)
  const rows = rowsOf(lines, language, frequency, numberOf)
  const size = write(`${language}.br`, packTable(rows, likeness))
  const summary = `${language}: ${rows.size} words, ${Math.round(size / 1000)} KB, likeness times ${likeness.toFixed(2)}`
  process.stdout.write(`${summary}\n`)
}

/** Returns the likeness ratio of a language, measured with a table that has not seen the documents. */
function calibrate(language: string, lines: readonly Line[]): number {
  const table = unpackTable(packTable(rowsOf(lines.filter(isKeptFrom), language, frequency, numberOf), 1))
  const bridge = createBridge(indexTable(table), english, language)
  return likenessAt(ODDS, compareHalves(documents, language, bridge, rarity)) / ofEnglish
}

/** Returns the English stems that words may map to, the most common first. */
function chooseStems(): string[] {
  const found = new Set<string>()
  const languagesWith = new Map<string, number>()
  for (const lines of linesOf.values()) {
    const own = new Set<string>()
    for (const { english, kind } of lines)
      for (const word of telling(english, 'en')) (kind === 'dictionary' ? own : found).add(word)
    for (const word of own) languagesWith.set(word, (languagesWith.get(word) ?? 0) + 1)
  }
  for (const [word, languages] of languagesWith) if (languages >= LEAST_LANGUAGES) found.add(word)
  const rank = (stem: string): number => (frequency.get(stem) ?? 0) * 100 + (languagesWith.get(stem) ?? 0)
  return [...found]
    .sort((one, other) => rank(other) - rank(one) || (one < other ? -1 : 1))
    .slice(0, MOST_STEMS)
}

/** Writes a compressed file and returns its size in bytes. */
function write(file: string, bytes: Buffer): number {
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
  writeFileSync(new URL(`../bridge/tables/${file}`, import.meta.url), packed)
  return packed.length
}
