import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EVERY_LANGUAGE, LANGUAGES, SPOKEN } from '../../src/language/languages.ts'
import { PARTS as SHARED } from '../../src/language/parts.ts'
import { nameWords } from '../../src/tagging/name-words.ts'
import { cutWords } from '../../src/summaries/cut/cut-words.ts'
import { CATALOGUES } from '../../src/words/catalogues.ts'

const PARTS = [...SHARED, nameWords, cutWords]

const files = globSync('src/language/*/*').map((file) => file.replaceAll('\\', '/'))
const languages: readonly string[] = [...LANGUAGES, EVERY_LANGUAGE]

/** `messages` are checked by the compiler, the other files by the schema of their part. */
const NAMES = ['messages', ...PARTS.map((part) => part.name)]

/** Furniture is learned, and the words of English and French change too little to be told by their endings. */
const WITHOUT = new Set(['furniture', 'endings'])

/** How many words or texts there are in it. */
function count(content: unknown): number {
  if (typeof content !== 'object' || content === null) return 1
  return Object.values(content).reduce<number>((sum, value) => sum + count(value), 0)
}

/** Of these the whole file counts, of others each list. */
const UNDIVIDED = new Set(['messages', 'topics', 'places'])

/** How many words or texts each list of a file has: `sentences.leads`. */
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

  it.each(PARTS)('have $name in the form of its schema', (part) => {
    expect(() => languages.map((language) => part.of(language))).not.toThrow()
  })

  it.each(SPOKEN)('have all that is needed to speak %s', (language) => {
    expect(CATALOGUES[language]).toBeDefined()
    const missing = PARTS.filter((part) => !WITHOUT.has(part.name) && part.of(language) === null)
    expect(missing.map(({ name }) => name)).toEqual([])
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
