import { assert, property } from 'fast-check'
import type { Link, Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../adapters/terminal/render-markdown.ts'
import { harmless } from '../../../src/words/harmless.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import type { Message } from '../../../src/records/message.ts'
import { TOPIC_NAMES } from '../../fakes/briefings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'
import { hostileBriefing } from './hostile-briefing.ts'

const topicName = (code: string) => TOPIC_NAMES.get(code)

/** Returns all nodes of the document as a viewer would parse it. */
function nodesOf(markdown: string): readonly Nodes[] {
  const walk = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(walk) : [])]
  return walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))
}

/** Viewers of GitHub's dialect turn a bare address into a link to itself. */
function saysWhereItLeads({ url, children }: Link): boolean {
  const [shown] = children
  return shown?.type === 'text' && /^(?:https?|mailto):/.test(url) && url.endsWith(shown.value)
}

const bare = (text: string): string => harmless(text).replace(/\s/gu, '')

describe('renderMarkdown', () => {
  it.each(Object.values(MESSAGES))('writes $kind as reviewed', async (message: Message) => {
    await expect(renderMarkdown(message, { topicName })).toMatchFileSnapshot(
      `expected/${message.kind}.markdown.md`,
    )
  })

  it('writes the worst day as reviewed', async () => {
    await expect(renderMarkdown({ kind: 'briefing', briefing: aWorstDay() })).toMatchFileSnapshot(
      'expected/worst-day.markdown.md',
    )
  })

  it('makes no markup and no HTML of hostile text, and no link that leads elsewhere than it says', () => {
    assert(
      property(hostileBriefing, ({ briefing }) => {
        const nodes = nodesOf(renderMarkdown({ kind: 'briefing', briefing }))
        const types = new Set(nodes.map((node) => node.type))
        const ours = [
          'root',
          'heading',
          'paragraph',
          'text',
          'list',
          'listItem',
          'strong',
          'link',
          'thematicBreak',
        ]
        expect(ours).toEqual(expect.arrayContaining([...types]))

        const stories = briefing.sections.flatMap((section) => section.stories)
        const { coming = [] } = briefing
        const outlets = [...stories.flatMap((story) => story.outlets), ...coming]
        const addresses = new Set(outlets.map((outlet) => webAddress(outlet.url)))
        const links = nodes.filter((node) => node.type === 'link')
        expect(links.filter((link) => !addresses.has(link.url) && !saysWhereItLeads(link))).toEqual([])
        expect(nodes.filter((node) => node.type === 'heading')).toHaveLength(
          stories.length + 2 + coming.length,
        )
      }),
    )
  })

  it('shows a viewer every headline whole', () => {
    const briefing = aWorstDay()
    const shown = nodesOf(renderMarkdown({ kind: 'briefing', briefing }))
      .map((node) => (node.type === 'text' ? node.value : ''))
      .join('')
    for (const story of briefing.sections.flatMap((section) => section.stories)) {
      expect(bare(shown)).toContain(bare(story.headline))
    }
  })
})
