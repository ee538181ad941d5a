import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CATALOGUES } from '../../src/words/catalogues.ts'

const sources = globSync('{src,adapters}/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** `state.${state}` names every key that begins with `state.`. */
const openEnded = [...sources.matchAll(/`(\w+(?:\.\w+)*\.)\$\{[^`}]+\}((?:\.\w+)*)`/gu)].map(
  ([, start = '', end = '']) => ({ start, end }),
)

const isSaid = (key: string): boolean =>
  sources.includes(`'${key}'`) ||
  openEnded.some(({ start, end }) => key.startsWith(start) && key.endsWith(end) && key.length > start.length)

it('says every text of the catalogue somewhere', () => {
  expect(Object.keys(CATALOGUES.en).filter((key) => !isSaid(key))).toEqual([])
})

it('would notice a text that nobody says', () => {
  expect(isSaid('story.nobodySaysThis')).toBe(false)
})
