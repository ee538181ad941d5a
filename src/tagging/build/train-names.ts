// Writes ../names/tables/: `npm run train:names -- FOLDER`. FOLDER (../shared/data) holds documents/ (the
// same news in many languages, with people and organisations labelled), bridge/ (sentences in two languages)
// and tags/ (English news, for its capitals), which are not part of the repository. Only weights of signs are
// kept of the texts; tables/NOTICE.txt names their sources and licence. The same texts give the same bytes.
//
// The weights are trained on all documents, so no measurement of them on these means anything. The figures
// printed are from further trainings that leave out a fifth of the documents at a time, each with all its
// translations: precision and recall over words of names, before lists and rules.
import { readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { parse } from 'yaml'
import { indexTable, packTable, unpackTable } from '../../language/bridge/bridge-file.ts'
import { BRIDGED, bridgeOf, readStemList } from '../../language/bridge/bridge.ts'
import { type Bridge, createBridge, readStems } from '../../language/bridge/create-bridge.ts'
import { rowsOf } from '../../language/build/bridge-rows.ts'
import { countEnglish, isKeptFrom, isNews, type Line } from '../../language/build/learn-bridge.ts'
import { readLines } from '../../language/build/read-lines.ts'
import { readText, type Words } from '../../language/read-text.ts'
import { makeWordMemory } from '../known-word.ts'
import { LABELS } from '../names/label-chain.ts'
import { makeNameBook, type NameEntry } from '../names/name-book.ts'
import { CAPITALS } from '../names/name-signs.ts'
import { OWN_BITS, packShared, packWeights, SHARED_BITS } from '../names/name-weights.ts'
import { openPlaceBook } from '../places/place-book.ts'
import { type Chain, type ChainWeights, trainChains } from './chain-trainer.ts'
import { countCapitals, readEnglish } from './count-capitals.ts'
import { englishPeople } from './english-people.ts'
import { makeJudge } from './judge-chains.ts'
import { makeChainReader } from './name-chains.ts'
import { type Document, labelDocument, renamePeople } from './name-examples.ts'
import { nativeNames } from './native-names.ts'
import { projectNames } from './project-names.ts'

/** Languages with news in `documents` and spaces between words. */
const LANGUAGES = ['en', 'ar', 'fa', 'he', 'tr', 'ru', 'uk', 'fr', 'de', 'es', 'it', 'pt', 'pl']
/**
 * The best for documents left out, of 4 to 12 rounds, rates from 0.1 to 0.2 and pulls from 0.0003 to 0.01.
 * The differences are small.
 */
const TRAINING = {
  epochs: 6,
  rate: 0.1,
  pull: 0.003,
  signs: 2 ** SHARED_BITS + LANGUAGES.length * 2 ** OWN_BITS,
}
const FOLDS = 5
/**
 * Scripts without capitals, by language. For these there are too few documents: training also uses sentences
 * with an English translation, and the documents once more with other people. On documents left out, that
 * finds a tenth more people in Arabic at the same precision; in languages with capitals it loses some.
 */
const UNCASED: Readonly<Record<string, string>> = { ar: 'Arabic', fa: 'Arabic', he: 'Hebrew' }
/** Of sentences without names one in so many is used. */
const NAMELESS_KEPT = 3

let frequency: ReadonlyMap<string, number> | undefined
const [folder = '../shared/data'] = process.argv.slice(2)
const documents = readFileSync(`${folder}/documents/ntrex.jsonl`, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Document => JSON.parse(line))
const names: {
  readonly names: readonly (Omit<NameEntry, 'aliases'> & { readonly aliases?: readonly string[] })[]
} = parse(readFileSync(new URL('../../../config/names.yaml', import.meta.url), 'utf8'))
const entries = names.names.map((entry) => ({ ...entry, aliases: entry.aliases ?? [] }))
const book = makeNameBook(entries)
const know = makeWordMemory({ places: openPlaceBook(), names: book })
/**
 * Training data of the bridge without the documents: with them it would know the names in the documents,
 * unlike those of other news.
 */
const linesOf = new Map<string, readonly Line[]>(
  BRIDGED.map((language) => [language, readLines(`${folder}/bridge`, language).filter(isKeptFrom)]),
)
const levels = countCapitals([
  ...readEnglish(folder),
  ...new Set(
    [...linesOf.values()]
      .flat()
      .filter(({ kind }) => kind === 'sentence')
      .map(({ english }) => english),
  ),
])
const capitals = { of: (stem: number): number => levels.get(stem) ?? CAPITALS.unseen }

const isCommon = (stem: number): boolean => capitals.of(stem) === CAPITALS.small

interface Example extends Chain {
  /** Index of the document; null for a sentence. */
  readonly document: number | null
  readonly language: string
  /** A document as labelled, not one with other people. */
  readonly isGold: boolean
}

const examples = LANGUAGES.flatMap(readExamples)
writeWeights(trainChains(examples, TRAINING))
const judge = makeJudge()
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = trainChains(
    examples.filter(({ document }) => document === null || document % FOLDS !== fold),
    TRAINING,
  )
  for (const example of examples)
    if (example.isGold && example.document !== null && example.document % FOLDS === fold)
      judge.add(example.language, example, weights)
}
process.stdout.write(`Left out:\n${judge.table()}\n`)

function readExamples(language: string, index: number): Example[] {
  const bridge = language === 'en' ? bridgeOf('en') : bridgeWithoutDocuments(language)
  const reader = makeChainReader(language, index, bridge, capitals)
  const read = (words: Words, allowed: Uint8Array, document: number | null, isGold = false): Example => ({
    signs: reader.read(words, know(words.folded, language)),
    allowed,
    document,
    language,
    isGold,
  })
  const script = UNCASED[language]
  const native = script === undefined ? undefined : nativeNames(script, entries)
  const labelled = documents.map((document) => labelDocument(document, language, bridgeOf(language)))
  return [
    ...labelled.flatMap((one, number) => (one === null ? [] : [read(one.words, one.allowed, number, true)])),
    ...labelled.flatMap((one, number) => {
      const renamed = one === null || native === undefined ? null : renamePeople(one, native.pick)
      return renamed === null ? [] : [read(renamed.words, renamed.allowed, number)]
    }),
    ...(bridge === undefined || script === undefined ? [] : readSentences(language, bridge, read)),
  ]
}

/** Sentences of news and encyclopaedias, labelled by the names in their English translations. */
function readSentences<Read>(
  language: string,
  bridge: Bridge,
  read: (words: Words, allowed: Uint8Array, document: null) => Read,
): Read[] {
  return (linesOf.get(language) ?? []).flatMap((line, number) => {
    if (line.kind !== 'sentence' || !isNews(line)) return []
    const english = readText(line.english)
    const named = englishPeople(english, know(english.folded, 'en'), book)
    if (named.people.length === 0 && (named.others.length > 0 || number % NAMELESS_KEPT !== 0)) return []
    const projected = projectNames(english, named, line.other, language, bridge, isCommon)
    return projected === null ? [] : [read(projected.words, projected.allowed, null)]
  })
}

/**
 * A bridge that was not trained on the documents: their names must be as unknown to it as those of future
 * news.
 */
function bridgeWithoutDocuments(language: string): Bridge {
  frequency ??= countEnglish([...linesOf.values()].flat())
  const stems = readStemList()
  const numberOf = new Map(stems.map((stem, number) => [stem, number]))
  const rows = rowsOf(linesOf.get(language) ?? [], language, frequency, numberOf)
  return createBridge(indexTable(unpackTable(packTable(rows, 1))), readStems(stems), language)
}

function writeWeights({ signs, transitions }: ChainWeights): void {
  const shared = 2 ** SHARED_BITS * LABELS
  const own = 2 ** OWN_BITS * LABELS
  write('shared', packShared(signs.subarray(0, shared), transitions, levels))
  for (const [index, language] of LANGUAGES.entries())
    write(language, packWeights(signs.subarray(shared + index * own, shared + (index + 1) * own)))
}

function write(name: string, bytes: Buffer): void {
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
  writeFileSync(new URL(`../names/tables/${name}.br`, import.meta.url), packed)
  process.stdout.write(`${name}: ${Math.round(packed.length / 1000)} KB\n`)
}
