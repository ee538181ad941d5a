import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import type { Line } from './learn-bridge.ts'

/**
 * Returns all training lines of a language: those in the folder of sentences and dictionaries, lines borrowed
 * from another language, and the names of countries and people.
 */
export function readLines(folder: string, language: string): Line[] {
  return [
    ...readFile(folder, 'sentence', language),
    ...readFile(folder, 'dictionary', language),
    ...(language === 'uk' ? readFile(folder, 'dictionary', 'ru').map(inUkrainian) : []),
    ...countries(language),
    ...people(language),
  ]
}

function readFile(folder: string, kind: 'sentence' | 'dictionary', language: string): Line[] {
  const path = `${folder}/${kind === 'sentence' ? 'sentences' : kind}/${language}.tsv.gz`
  if (!existsSync(path)) throw new Error(`${path} is missing: name the folder of sentences and dictionaries`)
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [english = '', other = '', source = ''] = line.split('\t')
      return { english, other, source, kind, weight: kind === 'sentence' ? 1 : DICTIONARY_WEIGHT }
    })
}

/** Relative to 1 for a sentence; taken from a first trial. */
const DICTIONARY_WEIGHT = 0.5
/**
 * Many words are the same in both languages, some differ in meaning. A guess, low enough that any line in the
 * language itself outweighs it.
 */
const BORROWED_WEIGHT = 0.1

/**
 * Rewrites a Russian line in Ukrainian spelling, because there are few Ukrainian dictionaries. `bridgeKey`
 * merges the letters that still differ.
 */
const inUkrainian = (line: Line): Line => ({
  ...line,
  other: line.other.replaceAll(/[ыэё]/giu, (letter) => UKRAINIAN_LETTERS[letter.toLowerCase()] ?? letter),
  source: `${line.source} (ru)`,
  weight: BORROWED_WEIGHT,
})

const UKRAINIAN_LETTERS: Readonly<Record<string, string>> = { ы: 'и', э: 'е', ё: 'е' }

/**
 * Returns the CLDR names of countries. They are in no dictionary of everyday words, but in every other news
 * text.
 */
function countries(language: string): Line[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  return codes().flatMap((code) => {
    const [own, theirs] = [english.of(code), names.of(code)]
    return own === undefined || theirs === undefined
      ? []
      : [{ english: own, other: theirs, source: 'cldr', kind: 'name', weight: 1 }]
  })
}

/**
 * Returns the names of people and organisations in `config/names.yaml` that are written in the script of the
 * language. A spelling in Latin script may be an English one.
 */
function people(language: string): Line[] {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn'
  const isOfScript = new RegExp(`\\p{Script=${SCRIPTS[script] ?? script}}`, 'u')
  const file = new URL('../../../config/names.yaml', import.meta.url)
  const { names }: Names = parse(readFileSync(file, 'utf8'))
  return names.flatMap(({ name, aliases = [] }) => {
    const spellings = [name, ...aliases]
    const english = spellings
      .filter((spelling) => /\p{Script=Latin}/u.test(spelling))
      .slice(0, ENGLISH_SPELLINGS)
    const others = spellings.filter((spelling) => isOfScript.test(spelling))
    return others.flatMap((other) =>
      english.map((english) => ({
        english,
        other,
        source: 'names',
        kind: 'name' as const,
        weight: DICTIONARY_WEIGHT / ENGLISH_SPELLINGS,
      })),
    )
  })
}

interface Names {
  readonly names: readonly { readonly name: string; readonly aliases?: readonly string[] }[]
}

/** The first spellings of a name are the English ones. */
const ENGLISH_SPELLINGS = 3
/** Script codes that name several scripts. */
const SCRIPTS: Readonly<Record<string, string>> = { Hans: 'Han', Jpan: 'Katakana' }

/** All codes of the form of ISO 3166-1 alpha-2, including those that CLDR adds. */
const codes = (): string[] =>
  Array.from({ length: LETTERS * LETTERS }, (_, i) =>
    String.fromCharCode(CAPITAL_A + Math.floor(i / LETTERS), CAPITAL_A + (i % LETTERS)),
  )

const LETTERS = 26
const CAPITAL_A = 65
