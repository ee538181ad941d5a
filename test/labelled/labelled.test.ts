import { describe, expect, it } from 'vitest'
import { runDragoman } from '../cli/run-dragoman.ts'
import { factsTold, groupFigures, pageFigures, tagFigures, type TagAnswer } from './figures.ts'
import { readPages, readStories } from './read-labelled.ts'

const stories = readStories()
const pages = readPages()
const reports = stories.flatMap(({ reports }) => reports).sort((a, b) => a.time.localeCompare(b.time))

async function filter<Answer>(name: string, rows: readonly object[]): Promise<Answer[]> {
  const { out, err } = await runDragoman([name], { input: rows.map((row) => JSON.stringify(row)).join('\n') })
  expect(err).toBe('')
  return out
    .trim()
    .split('\n')
    .map((line): Answer => JSON.parse(line))
}

/** An answer of `dragoman group`. */
interface GroupAnswer {
  readonly id: string
  readonly story: string
  readonly storyline: string
}

/** A summary, sentence by sentence. */
interface SummaryAnswer {
  readonly sentences: readonly { readonly text: string }[]
}

const summaries = async (rows: readonly object[]): Promise<string[][]> =>
  (await filter<SummaryAnswer>('summarise', rows)).map(({ sentences }) => sentences.map(({ text }) => text))

/**
 * The floors are a little below the results when they were set. No constant was chosen on this set, so a
 * result below a floor has become worse.
 */
describe('the labelled set of this project', () => {
  it('has reports in nine languages, follow-ups, and stories that only look alike', () => {
    expect(reports.length).toBeGreaterThanOrEqual(40)
    expect(new Set(reports.map(({ lang }) => lang)).size).toBe(9)
    expect(stories.filter(({ follows }) => follows !== undefined).length).toBeGreaterThanOrEqual(2)
    expect(stories.filter(({ resembles }) => resembles !== undefined).length).toBeGreaterThanOrEqual(3)
    expect(new Set(pages.map(({ lang }) => lang)).size).toBe(9)
  })

  it('is tagged as it is labelled', async () => {
    const answers = await filter<TagAnswer>(
      'tag',
      reports.map(({ id, title, text }) => ({ id, title, text })),
    )
    const figures = tagFigures(stories, answers)
    expect(figures.languages).toBeGreaterThanOrEqual(0.97)
    expect(figures.countries).toBeGreaterThanOrEqual(0.97)
    expect(figures.focus).toBeGreaterThanOrEqual(0.96)
    expect(figures.topics).toBeGreaterThanOrEqual(0.86)
    expect(figures.topicsAReport).toBeLessThanOrEqual(1.2)
  })

  it('is grouped as it is labelled', async () => {
    const answers = await filter<GroupAnswer>('group', reports)
    const found = new Map(answers.map((answer) => [answer.id, answer]))
    const events = groupFigures(stories, (id) => found.get(id)?.story)
    expect(events.same).toBeGreaterThanOrEqual(0.88)
    expect(events.followUps).toBeLessThanOrEqual(0.2)
    expect(events.lookAlikes).toBe(0)
    expect(events.others).toBe(0)
    const affairs = groupFigures(stories, (id) => found.get(id)?.storyline)
    expect(affairs.followUps).toBeGreaterThanOrEqual(0.9)
    expect(affairs.others).toBeLessThanOrEqual(0.02)
  })

  it('is summarised with the facts that matter', async () => {
    const told = await summaries(
      stories.map(({ story, reports }) => ({ id: story, articles: reports, words: 60 })),
    )
    const texts = new Map(stories.map(({ story }, i) => [story, told[i]?.join(' ') ?? '']))
    expect(factsTold(stories, texts)).toBeGreaterThanOrEqual(0.94)
  })

  it('is summarised without furniture, with news before captions and voices', async () => {
    const chosen = await summaries(
      pages.map(({ lang, title, sentences }, id) => ({
        id,
        sentences: 3,
        articles: [{ id, lang, title, text: sentences.map(([, text]) => text).join('\n\n') }],
      })),
    )
    const figures = pageFigures(pages, chosen)
    expect(figures.furniture).toEqual([])
    expect(figures.captions).toEqual([])
    expect(figures.openWithNews).toBeGreaterThanOrEqual(0.9)
    expect(figures.news).toBeGreaterThanOrEqual(0.8)
  })
})
