import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EVERY_LANGUAGE, LANGUAGES, SPOKEN } from '../../src/language/languages.ts'
import { credits, PARTS as SHARED } from '../../src/language/parts.ts'
import { askingVerbs, askWords, commandWords } from '../../src/language/typed-words.ts'
import { teasers } from '../../src/feeds/teasers.ts'
import { monthNamePart } from '../../src/feeds/month-of.ts'
import { speech } from '../../src/summaries/dangling.ts'
import { leaning } from '../../src/language/leaning-openings.ts'
import { reportForms } from '../../src/summaries/report-form.ts'
import { orders } from '../../src/summaries/model/addresses-machine.ts'
import { timeWords } from '../../src/analysis/dates/time-words.ts'
import { figureWords } from '../../src/analysis/figures/figure-words.ts'
import { numberWords } from '../../src/analysis/numbers.ts'
import { stateWords } from '../../src/analysis/states/read-states.ts'
import { writtenSayings } from '../../src/analysis/sayings/saying-words.ts'
import { nameWords } from '../../src/tagging/name-words.ts'
import { cutWords } from '../../src/summaries/cut/word-classes.ts'
import { CATALOGUES } from '../../src/words/catalogues.ts'

const PARTS = [
  ...SHARED,
  commandWords,
  askWords,
  askingVerbs,
  nameWords,
  monthNamePart,
  teasers,
  credits,
  speech,
  leaning,
  reportForms,
  orders,
  cutWords,
  timeWords,
  figureWords,
  numberWords,
  stateWords,
  writtenSayings,
]

/** Folders of programs and of what they learned, beside the folders of languages. */
const PROGRAMS = new Set(['bridge', 'build', 'guess'])

const files = globSync('src/language/*/*')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !PROGRAMS.has(basename(dirname(file))))
const languages: readonly string[] = [...LANGUAGES, EVERY_LANGUAGE]

/** `messages` are checked by the compiler, the other files by the schema of their part. */
const NAMES = ['messages', ...PARTS.map((part) => part.name)]

/**
 * These parts are needed too for a language that we speak, because it is also understood and recognised.
 * Without the other parts it is read less well.
 */
const NEEDED_TO_SPEAK = new Set(['commands', 'words', 'sentences', 'topics', 'places', 'names', 'cuts'])

/** Counts the words or texts in a file. */
function count(content: unknown): number {
  if (typeof content !== 'object' || content === null) return 1
  return Object.values(content).reduce<number>((sum, value) => sum + count(value), 0)
}

/** For these the whole file is counted, for others each list. */
const UNDIVIDED = new Set(['messages', 'topics', 'places'])

/** Counts the words or texts in each list of a file: `sentences.leads`. */
function countsOf(language: string, name: string): ReadonlyMap<string, number> {
  const file = `src/language/${language}/${name}.json`
  const content: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  if (UNDIVIDED.has(name)) return new Map([[name, count(content)]])
  return new Map(Object.entries(content ?? {}).map(([list, value]) => [`${name}.${list}`, count(value)]))
}

describe('the folders of languages', () => {
  it('are those of the one list', () => {
    const folders = new Set(files.map((file) => basename(dirname(file))))
    expect([...folders].sort()).toEqual([...languages].sort())
  })

  it('hold files that somebody reads, and no others', () => {
    expect(files.filter((file) => !NAMES.includes(basename(file, '.json')))).toEqual([])
  })

  it('hold what the page on adding a language explains', () => {
    const page = readFileSync('docs/add-a-language.md', 'utf8')
    const rows = [...page.matchAll(/^\| `(\w+)\.json` \|.*\| (?:`([^`]+)`|.*) \|$/gmu)]
    expect(new Set(rows.map(([, name]) => name))).toEqual(new Set(NAMES))
    const strays = rows.filter(
      ([, name = '', home]) =>
        home !== undefined &&
        !new RegExp(String.raw`languagePart\(\s*'${name}'`, 'u').test(readFileSync(home, 'utf8')),
    )
    expect(strays.map(([row]) => row)).toEqual([])
  })

  it.each(PARTS)('have $name in the form of its schema', (part) => {
    expect(() => languages.map((language) => part.of(language))).not.toThrow()
  })

  it.each(SPOKEN)('have all that is needed to speak %s', (language) => {
    expect(CATALOGUES[language]).toBeDefined()
    const needed = PARTS.filter(({ name }) => NEEDED_TO_SPEAK.has(name))
    expect(needed.filter((part) => part.of(language) === null).map(({ name }) => name)).toEqual([])
  })

  it('lack no more than was looked at: how many words or texts each list has', async () => {
    const counts = new Map(
      languages.map((language) => [
        language,
        new Map(NAMES.flatMap((name) => [...countsOf(language, name)])),
      ]),
    )
    const lists = NAMES.flatMap((name) => [
      ...new Set(languages.flatMap((language) => [...countsOf(language, name).keys()])),
    ])
    const rows = lists.map((list) => [
      list,
      ...languages.map((language) => String(counts.get(language)?.get(list) || '–')),
    ])
    const table = [['', ...languages], ...rows].map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(24) : cell.padStart(5))).join(''),
    )
    await expect(`${table.join('\n')}\n`).toMatchFileSnapshot('expected/parts.txt')
  })
})
