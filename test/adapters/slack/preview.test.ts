import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { slackPlatform } from '../../../adapters/slack/platform.ts'
import { preview } from '../../../adapters/slack/preview/preview.ts'
import type { Message } from '../../../src/records/message.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { anAsker } from '../../fakes/asker.ts'
import { aNewsroom } from '../../fakes/newsroom.ts'
import { aStory } from '../../fakes/briefed-story.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { shownText } from './shown-text.ts'

const noName = () => undefined

const bare = (text: string): string => text.replace(/\s/gu, '')

describe('preview', () => {
  it.each(Object.values(MESSAGES))('shows all of $kind that Slack would', (message: Message) => {
    const { html, payload } = preview(message, noName)
    const { document } = parseHTML(html)
    const shown = bare(document.querySelector('main')?.textContent ?? '')
    for (const { blocks } of [payload.main, ...payload.thread])
      for (const block of blocks) {
        const text = block.type === 'table' ? '' : shownText(block)
        expect(shown).toContain(bare(text))
      }
  })

  it('draws the parts of a thread beside the message', () => {
    const { document } = parseHTML(preview({ kind: 'briefing', briefing: manyStories() }, noName).html)
    expect(document.querySelectorAll('section.thread article')).toHaveLength(1)
  })
})

function manyStories() {
  const { briefing } = MESSAGES.briefing
  const [section] = briefing.sections
  if (section === undefined) throw new Error('the sample has sections')
  return {
    ...briefing,
    sections: [{ ...section, stories: Array.from({ length: 7 }, (_, index) => aStory({ id: `s${index}` })) }],
  }
}

const visit = async (said: string) => {
  const { view } = await aNewsroom()
  const asker = anAsker({ channel: 'slack:@T1/ada', isDirect: true })
  return { commands: allCommands(view), asker, said, topicName: noName }
}

describe('what stands beside messages', () => {
  it('is the page of somebody with what they follow', async () => {
    const { html, payload } = await slackPlatform.previewSurface('home', await visit('subscribe syria daily'))
    expect(html).toContain('What you follow')
    expect(JSON.stringify(payload)).toContain('Syria')
  })

  it('is what a channel is asked, and a question with its answer below it', async () => {
    expect((await slackPlatform.previewSurface('joined', await visit(''))).html).toContain('Middle East')
    const { html } = await slackPlatform.previewSurface('mention', await visit('syria <today>'))
    const { document } = parseHTML(html)
    expect(document.querySelectorAll('section.thread article').length).toBeGreaterThan(1)
    expect(html).toContain('syria &lt;today&gt;')
  })
})
