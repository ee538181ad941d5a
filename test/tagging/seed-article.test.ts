import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSettings } from '../../src/settings/load-settings.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'

const file = path.resolve('../shared/data/articles/iran-turkey-foreign-ministers.jsonl')
const loaded = loadSettings({ env: {} })

describe.skipIf(!existsSync(file))('the article on two foreign ministers (needs ../shared/data)', () => {
  const article: { title: string; text: string } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8').split('\n')[0] ?? '')
    : { title: '', text: '' }
  const tags = createTagger({ names: loaded.ok ? loaded.settings.names : [] }).tag(article)
  const codes = (focus: boolean): string[] =>
    tags.countries
      .filter((country) => country.focus === focus)
      .map(({ code }) => code)
      .sort()

  it('is about Iran, Syria and Türkiye and mentions six other places', () => {
    expect(codes(true)).toEqual(['IR', 'SY', 'TR'])
    expect(codes(false)).toEqual(['IL', 'KZ', 'LB', 'PS', 'RU', 'US'])
  })

  it('is on politics first, diplomacy within it, and on conflict too', () => {
    const topics = tags.topics.map(({ code }) => code)
    expect(topics.slice(0, 2)).toEqual(['medtop:11000000', 'medtop:16000000'])
    expect(topics).toContain('medtop:20000639')
  })

  it('names the two ministers and the president, each once', () => {
    expect(tags.people.map(({ name }) => name)).toEqual(['Abbas Araghchi', 'Hakan Fidan', 'Bashar al-Assad'])
  })
})
