import { expect, it } from 'vitest'
import { createCompleter } from '../src/complete-articles.ts'
import type { Source } from '../src/records/source.ts'
import { analyseHere } from '../src/analysis/analyse-here.ts'
import { createSectionReader } from '../src/tagging/topics/section-topic.ts'
import { anArticle, NOON } from './storage/a-read.ts'

const SPORT = {
  id: 'sport',
  code: 'medtop:15000000',
  names: { en: 'Sport' },
  aliases: [],
  weight: 0.4,
} as const

const source: Source = {
  id: 'harbour-post',
  name: 'Harbour Post',
  feed: 'https://harbour.example/feed',
  homepage: 'https://harbour.example/',
  country: 'GB',
  language: 'en',
  ownership: 'private',
  region: 'world',
}

it('tags an article as its outlet files it', async () => {
  const complete = createCompleter({
    store: { knownVersions: async () => new Map(), printedLines: async () => new Map() },
    tagging: analyseHere(),
    sectionOf: createSectionReader([SPORT]),
    now: () => NOON,
  })
  const entries = ['sport', 'news'].map((section) =>
    anArticle({
      title: 'Company agrees on a trade deal',
      url: `https://harbour.example/${section}/a-trade-deal`,
    }),
  )
  const { articles } = await complete(source, entries)
  expect(articles.map(({ tags }) => tags.topics.some(({ code }) => code === SPORT.code))).toEqual([
    true,
    false,
  ])
  expect(articles.map(({ tags }) => typeof tags.newsValue)).toEqual(['number', 'number'])
  expect(articles.flatMap(({ tags }) => tags.countries.map(({ code, home }) => [code, home]))).toEqual([
    ['GB', true],
    ['GB', true],
  ])
})
