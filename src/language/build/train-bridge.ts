// Writes ../bridge/tables/: `npm run train:bridge -- FOLDER` with the folder of sentences and dictionary lines in two languages
// (../shared/data/bridge), which stays outside; beside it stands ../documents/ntrex.jsonl, the same texts in all languages. Of the texts only stems and weights are kept; tables/NOTICE.txt names their sources and licence.
// The same lines give the same bytes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { type BridgeRow, indexTable, packTable, unpackTable } from '../bridge/bridge-file.ts'
import { BRIDGED } from '../bridge/bridge.ts'
import { createBridge, passing, readStems } from '../bridge/create-bridge.ts'
import { compareHalves, likenessAt, rarityIn, readDocuments } from './calibrate.ts'
import { countEnglish, isNews, learnBridge, type Line, telling } from './learn-bridge.ts'
import { readLines } from './read-lines.ts'

/** English stems are told by 16 bits. */
const MOST_STEMS = 2 ** 16
/** A stem that no sentence has is kept when the dictionaries of so many languages have it: rarer ones are names of beetles and grasses. */
const LEAST_LANGUAGES = 4

/**
 * Keeps all tables together within four megabytes of memory. Halves of documents are told apart as well with fewer, except in Hebrew, whose dictionaries
 * spell out every form, and in Ukrainian, which borrows.
 */
const MOST_ROWS = 28_000
const MOST_ROWS_OF: Readonly<Record<string, number>> = { he: 40_000, uk: 36_000 }

/** How much likelier one document must be than two, where thresholds are compared: from 10 to 1000 the multiples differ by a twentieth. */
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
  const rows = rowsOf(language, lines)
  const size = write(`${language}.br`, packTable(rows, likeness))
  const told = `${language}: ${rows.size} words, ${Math.round(size / 1000)} KB, likeness times ${likeness.toFixed(2)}`
  process.stdout.write(`${told}\n`)
}

/** The multiple of a language, by a table that has not seen the documents. */
function calibrate(language: string, lines: readonly Line[]): number {
  const table = unpackTable(packTable(rowsOf(language, lines.filter(isKeptFrom)), 1))
  const bridge = createBridge(indexTable(table), english, language)
  return likenessAt(ODDS, compareHalves(documents, language, bridge, rarity)) / ofEnglish
}

/** Whether the line is from elsewhere than the documents. */
function isKeptFrom({ source }: Line): boolean {
  return source !== 'ntrex'
}

/** The English stems that words may lead to, the commonest first. */
function chooseStems(): string[] {
  const told = new Set<string>()
  const languagesWith = new Map<string, number>()
  for (const lines of linesOf.values()) {
    const own = new Set<string>()
    for (const { english, kind } of lines)
      for (const word of telling(english, 'en')) (kind === 'dictionary' ? own : told).add(word)
    for (const word of own) languagesWith.set(word, (languagesWith.get(word) ?? 0) + 1)
  }
  for (const [word, languages] of languagesWith) if (languages >= LEAST_LANGUAGES) told.add(word)
  const rank = (stem: string): number => (frequency.get(stem) ?? 0) * 100 + (languagesWith.get(stem) ?? 0)
  return [...told]
    .sort((one, other) => rank(other) - rank(one) || (one < other ? -1 : 1))
    .slice(0, MOST_STEMS)
}

function rowsOf(language: string, lines: readonly Line[]): Map<string, BridgeRow> {
  const rows = new Map<string, BridgeRow>()
  for (const [key, { stems, told }] of learnBridge(lines, language, frequency)) {
    const row = stems.flatMap(([stem, weight]) => {
      const number = numberOf.get(stem)
      return number === undefined ? [] : [[number, weight] as const]
    })
    // It would pass as itself anyway.
    const isItself = row.length === 1 && stems[0]?.[0] === passing(key)
    if (row.length > 0 && !isItself) rows.set(key, { stems: row, told })
    if (rows.size === (MOST_ROWS_OF[language] ?? MOST_ROWS)) break
  }
  return rows
}

/** Gives the size of what is written, in bytes. */
function write(file: string, bytes: Buffer): number {
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
  writeFileSync(new URL(`../bridge/tables/${file}`, import.meta.url), packed)
  return packed.length
}
