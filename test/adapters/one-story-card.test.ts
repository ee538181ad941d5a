import { expect, it } from 'vitest'
import { renderMessage as renderInDiscord } from '../../adapters/discord/render.ts'
import { renderMessage as renderInSlack } from '../../adapters/slack/render.ts'
import { renderMarkdown } from '../../adapters/terminal/render-markdown.ts'
import { renderMessage as renderInTerminal } from '../../adapters/terminal/render.ts'
import { writeStoryCard } from '../../src/briefings/write-story-card.ts'
import type { Findings } from '../../src/records/ports/findings.ts'
import type { NewsArchive } from '../../src/records/ports/news-archive.ts'
import type { StoredStory } from '../../src/records/story.ts'
import type { Message } from '../../src/records/message.ts'
import { messageAsText as discordAsText } from './discord/as-text.ts'
import { messageAsText as slackAsText } from './slack/as-text.ts'
import { anArticle, HOUR, NOON } from '../storage/a-read.ts'

const secret = 'a secret of tests'
const topicName = () => 'topic'

const report = (id: string, sourceId: string, hours: number, title: string, text: string) => ({
  ...anArticle({ id, sourceId, title, text, seenAt: NOON + hours * HOUR, publishedAt: NOON + hours * HOUR }),
  copyOf: null,
  storyId: 'bridge',
  storylineId: 'lbridge',
  agency: null,
})

/**
 * A collapsed bridge: one outlet has two reports and is cited with both, another has a report that is not
 * cited.
 */
const bridge: StoredStory = {
  id: 'bridge',
  storylineId: 'lbridge',
  firstAt: NOON,
  lastAt: NOON + 2 * HOUR,
  articles: [
    report(
      'fell',
      'harbour-post',
      0,
      'Old bridge at Selm falls',
      'Forty children, three teachers and two nurses left their bus on Monday morning as stones rained from arches, masonry cracked, railings bent and lamps vanished into brown water; nobody drowned.',
    ),
    report('brief', 'coast-radio', 0.25, 'Bridge down, says radio', ''),
    report(
      'longer',
      'coast-radio',
      0.5,
      'Ferries go where the bridge at Selm fell …',
      'Lorries and buses cross by ferry until autumn, when steel arches stand, for which nine towns, two counties and an insurer pay sixty million crowns.',
    ),
    report(
      'cause',
      'harbour-post',
      2,
      'Flood washed out pier of bridge at Selm before it fell',
      'Flood water had washed out the second pier of the bridge at Selm before it fell, engineers from Orr found.',
    ),
  ],
}

const archive: Pick<NewsArchive, 'stories' | 'versions' | 'storyHeads'> & Findings = {
  storyHeads: () => Promise.resolve([]),
  findings: () => Promise.resolve([]),
  stories: () => Promise.resolve([bridge]),
  versions: () => Promise.resolve([]),
}

/** Returns the numbers in a text, in order. */
const numbersIn = (text: string) => [...text.matchAll(/\[(\d)\\?\]/gu)].map(([, number]) => number)

async function theCard() {
  const story = await writeStoryCard('bridge', archive, { sources: [] }, ['en'])
  if (story === null) throw new Error('there is a story')
  return story
}

it('numbers each report of a story as its sentences cite it, and one that is not listed with none', async () => {
  const { outlets, reports, sentences } = await theCard()
  const cited = sentences.map((one) => [one.articleId, one.outlet] as const)
  expect(cited.map(([id]) => id).toSorted()).toEqual(['cause', 'fell', 'longer'])
  const numbers = new Map(reports.map(({ articleId, outlet }) => [articleId, outlet]))
  for (const [articleId, outlet] of cited) expect(numbers.get(articleId)).toBe(outlet)
  expect(numbers.get('brief')).toBeNull()
  const listed = reports.filter(({ outlet }) => outlet !== null)
  expect(listed.map(({ outlet }) => outlets[outlet ?? -1]?.title)).toEqual(listed.map(({ title }) => title))
})

it.each(['Slack', 'Discord', 'Terminal', 'Markdown'] as const)(
  'shows outlets side by side under the numbers by which the summary cites them: %s',
  async (platform) => {
    const story = await theCard()
    const message: Message = { kind: 'story', story, zone: 'UTC', language: 'en' }
    const shown = {
      Slack: () => slackAsText(renderInSlack(message, { secret, topicName }), secret),
      Discord: () => discordAsText(renderInDiscord(message, { secret, topicName }), secret),
      Terminal: () => renderInTerminal(message, { width: 100, colour: false, links: 'none', topicName }),
      Markdown: () => renderMarkdown(message, { topicName }),
    }[platform]()
    const [summary = '', reports = ''] = shown.split('How it was reported')
    expect(numbersIn(summary)).toEqual(['1', '2', '3'])
    expect(story.reports.map(({ articleId }) => articleId)).toEqual(['fell', 'brief', 'longer', 'cause'])
    const numbers = story.reports.flatMap(({ outlet }) => (outlet === null ? [] : [String(outlet + 1)]))
    expect(numbers.toSorted()).toEqual(['1', '2', '3'])
    expect(numbersIn(reports)).toEqual(numbers)
  },
)
