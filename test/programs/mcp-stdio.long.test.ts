import { Client, type CallToolResult } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { QUESTIONS } from '../../src/programs/questions.ts'

const NAMES = QUESTIONS.map(({ name }) => name)

const textOf = ({ content }: CallToolResult): string =>
  content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')

/** Milliseconds: four days of sample news are read before the first answer. */
const WHEN_BUSY = { timeout: 240_000 }

describe('dragoman demo --mcp', () => {
  const client = new Client({ name: 'test', version: '1' })
  beforeAll(async () => {
    const args = ['src/main.ts', 'demo', '--mcp']
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }),
      WHEN_BUSY,
    )
  }, WHEN_BUSY.timeout)
  afterAll(() => client.close())

  const ask = async (name: string, given: Readonly<Record<string, unknown>> = {}) =>
    client.callTool({ name, arguments: { ...given } })

  const cited = z.object({
    sections: z.array(
      z.object({
        stories: z.array(z.object({ id: z.string(), sentences: z.array(z.object({ url: z.url() })) })),
      }),
    ),
  })

  it('lists its tools and answers all of them on standard input and output', async () => {
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(NAMES)
    const briefing = await ask('briefing')
    const { sections } = cited.parse(briefing.structuredContent)
    const stories = sections.flatMap((section) => section.stories)
    expect(stories.length).toBeGreaterThan(5)
    const id = stories[0]?.id ?? ''
    for (const [name, given] of [
      ['search', { words: 'earthquake' }],
      ['story', { id }],
      ['changes_since', {}],
      ['why', { story: id }],
      ['sources_health', {}],
      ['trends', { what: 'middle east' }],
    ] as const) {
      const answer = await ask(name, given)
      expect([name, answer.isError ?? false]).toEqual([name, false])
    }
  })

  it.each([
    [
      'What happened in Yemen?',
      'briefing',
      { what: 'Yemen' },
      /"Yemen truce prolonged by 60 days after Muscat talks"/u,
    ],
    [
      'And in Turkish, what about the earthquake in Van?',
      'search',
      { words: 'deprem', speaks: 'tr' },
      /Van/u,
    ],
    ['Which sources failed?', 'sources_health', { state: 'failing' }, /^- chapar .*503/mu],
  ])('answers “%s” from its sources', async (_, name, given, expected) => {
    const answer = await ask(name, given)
    expect(textOf(answer)).toMatch(expected)
  })
})
