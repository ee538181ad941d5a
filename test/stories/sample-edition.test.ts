import { readFileSync } from 'node:fs'
import { convert } from 'html-to-text'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readSample } from '../../src/demo/sample-edition.ts'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'
import { createTagger } from '../../src/tagging/create-tagger.ts'
import { placeAll } from './place-all.ts'
import { scoreStories } from './score-stories.ts'

const labels = z
  .object({ stories: z.record(z.string(), z.object({ articles: z.array(z.string()) })) })
  .parse(parse(readFileSync('test/demo/expected-stories.yaml', 'utf8')))
const storyOf = new Map(
  Object.entries(labels.stories).flatMap(([story, { articles }]) =>
    articles.map((id) => [id, story] as const),
  ),
)

const tagger = createTagger()
const edition = readSample('config/sample')
  .flatMap(({ id: sourceId, articles }) =>
    articles.map((article) => {
      const text = convert(article.body, { wordwrap: false })
      const { language, countries, people } = tagger.tag({ title: article.title, text })
      const at = article.published ?? article.appears ?? 0
      const names = people.map(({ name }) => name)
      return { id: article.id, sourceId, language, title: article.title, text, at, countries, people: names }
    }),
  )
  .sort((a, b) => a.at - b.at)
const meant = edition.map(({ id }) => storyOf.get(id) ?? id)

describe('createStoryGrouper on the sample edition, in five languages', () => {
  it('tells its stories as they are meant when the articles are tagged', () => {
    expect(scoreStories(meant, placeAll(edition)).pairs).toBeGreaterThanOrEqual(95)
  })

  it('tells most of them without tags, by names and numbers alone', () => {
    const untagged = edition.map((article) => ({ ...article, countries: [], people: [] }))
    expect(scoreStories(meant, placeAll(untagged)).pairs).toBeGreaterThanOrEqual(85)
  })

  it('goes on after a restart in the middle as if there had been none', () => {
    const whole = createStoryGrouper()
    const expected = edition.map((article) => whole.place(article))

    const before = createStoryGrouper()
    const half = Math.floor(edition.length / 2)
    const placed = edition.slice(0, half).map((article) => ({ ...article, ...before.place(article) }))
    const forwards = new Map(
      placed.flatMap(({ storyId, mergedStoryIds }) => mergedStoryIds.map((id) => [id, storyId])),
    )
    const after = createStoryGrouper()
    for (const article of placed) {
      after.restore({ ...article, storyId: forwards.get(article.storyId) ?? article.storyId })
    }
    expect(edition.slice(half).map((article) => after.place(article))).toEqual(expected.slice(half))
  })
})
