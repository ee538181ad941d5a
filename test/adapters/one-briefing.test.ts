import { describe, expect, it } from 'vitest'
import { renderMessage as renderInDiscord } from '../../adapters/discord/render.ts'
import { renderMessage as renderInSlack } from '../../adapters/slack/render.ts'
import { renderMessage as renderInTerminal } from '../../adapters/terminal/render.ts'
import type { BriefedStory } from '../../src/records/briefing.ts'
import type { Message } from '../../src/records/message.ts'
import { aBriefing, TOPIC_NAMES } from '../fakes/briefings.ts'
import { messageAsText as discordAsText } from './discord/as-text.ts'
import { bare, sayingsOf } from './sayings.ts'
import { messageAsText as slackAsText } from './slack/as-text.ts'

const briefing = aBriefing()
const message: Message = { kind: 'briefing', briefing }
const secret = 'a secret of tests'
const topicName = (code: string) => TOPIC_NAMES.get(code)

const shown: Readonly<Record<string, string>> = {
  Slack: slackAsText(renderInSlack(message, { secret, topicName }), secret).replace(/^.*\n/, ''),
  Discord: discordAsText(renderInDiscord(message, { secret, topicName }), secret).replaceAll(
    /^(?:MESSAGE\n+|┌.*\n|│ |IN A FORUM.*)/gm,
    '',
  ),
  Terminal: renderInTerminal(message, { width: 100, colour: false, links: 'none', topicName }),
}

const stories = briefing.sections.flatMap((section) => section.stories)

/** Texts with which the rows of the table begin. */
const ANCHORS = [briefing.title, ...stories.map(({ headline }) => headline), 'Central Asia', '34 of 38']

/** Returns the row of each anchor: the text from it to the next one. */
function rowsOf(text: string): readonly string[] {
  const lines = text.split('\n')
  const starts: number[] = []
  // A notification lists the main headlines first, so each row is searched for behind the previous one.
  for (const anchor of ANCHORS)
    starts.push(lines.findIndex((line, at) => at > (starts.at(-1) ?? -1) && line.includes(anchor)))
  return starts.map((start, row) =>
    lines
      .slice(start, starts[row + 1])
      .filter((line) => line.trim() !== '')
      .join('\n'),
  )
}

const table = Object.entries(shown).map(([platform, text]) => ({ platform, rows: rowsOf(text) }))

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const cell = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('|', '\\|').replaceAll('\n', '<br>')

describe('one briefing on three platforms', () => {
  it('stands side by side as reviewed', async () => {
    const markdown = [
      line(table.map(({ platform }) => platform)),
      line(table.map(() => '---')),
      ...ANCHORS.map((_anchor, row) => line(table.map(({ rows }) => cell(rows[row] ?? '')))),
    ]
    await expect(`${markdown.join('\n')}\n`).toMatchFileSnapshot('rendered/one-briefing.md')
  })

  it.each(table)('tells every story whole: $platform', ({ rows }) => {
    for (const [index, story] of stories.entries()) {
      const told = bare(withoutMarkup(rows[index + 1] ?? ''))
      expect(sayingsOf(story, briefing.language).filter((saying) => !told.includes(saying))).toEqual([])
      expect(told).toContain(bare(changedTexts(story)))
    }
  })
})

const withoutMarkup = (text: string): string =>
  text.replaceAll(/<https?:[^|>]*\|([^>]*)>/g, '$1').replaceAll(/[*`]/g, '')

/** Returns the first correction before and after; empty if there is none. */
function changedTexts({ changes }: BriefedStory): string {
  const [first] = changes
  return first === undefined ? '' : `“${first.before}” → “${first.after}”`
}
