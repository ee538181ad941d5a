import { describe, expect, it } from 'vitest'
import * as discord from '../../adapters/discord/render.ts'
import * as slack from '../../adapters/slack/render.ts'
import { renderMarkdown } from '../../adapters/terminal/render-markdown.ts'
import * as terminal from '../../adapters/terminal/render.ts'
import type { Message } from '../../src/records/message.ts'
import { aBriefing } from '../fakes/briefings.ts'

const topicName = () => undefined
const secret = 'a secret of tests'

const message: Message = {
  kind: 'briefing',
  briefing: aBriefing({
    coming: [
      {
        at: Date.parse('2026-03-12'),
        words: 'The council will meet on Thursday.',
        outlet: 'Levant Post',
        url: 'https://levant-post.example/council',
      },
    ],
  }),
}

const DRAWERS: readonly (readonly [string, (shown: Message) => string])[] = [
  ['Slack', (shown) => JSON.stringify(slack.renderMessage(shown, { secret, topicName }))],
  ['Discord', (shown) => JSON.stringify(discord.renderMessage(shown, { secret, topicName }))],
  [
    'the terminal',
    (shown) => terminal.renderMessage(shown, { width: 100, colour: false, links: 'none', topicName }),
  ],
  ['Markdown', (shown) => renderMarkdown(shown, { topicName })],
]

describe.each(DRAWERS)('%s', (_, draw) => {
  it('tells what comes in the week ahead below the stories, each with its day, its words and whose they are', () => {
    const drawn = draw(message)
    const places = ['Coming this week', '12 March', 'The council will meet on Thursday.', 'Levant Post'].map(
      (words) => drawn.lastIndexOf(words),
    )
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(0)
    expect(draw({ kind: 'briefing', briefing: aBriefing() })).not.toContain('Coming this week')
  })
})
