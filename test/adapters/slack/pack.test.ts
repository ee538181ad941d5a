import { describe, expect, it } from 'vitest'
import { type Block, type Group, pack, problemsOf } from '../../../adapters/slack/draw/drawing.ts'

const section = (length: number, name = 'a'): Block => ({
  type: 'section',
  text: { type: 'plain_text', text: name.repeat(length) },
})
const divider: Block = { type: 'divider' }
const table: Block = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }

const sizes = (groups: readonly Group[]) => pack(groups).map((blocks) => blocks.length)

describe('pack', () => {
  it('keeps what fits in one message', () => {
    expect(sizes([[section(3000), section(3000)], [section(3000)], [section(3000)]])).toEqual([4])
  })

  it('moves a whole group to the next message rather than part it', () => {
    expect(
      sizes([
        [section(3000), section(3000)],
        [section(3000), section(3000), section(3000)],
      ]),
    ).toEqual([2, 3])
  })

  it('counts blocks as well as text', () => {
    expect(sizes(Array.from({ length: 30 }, () => [divider, divider]))).toEqual([50, 10])
  })

  it('parts only a group that no message can hold, between its blocks', () => {
    expect(sizes([[divider], Array.from({ length: 5 }, () => section(3000))])).toEqual([5, 1])
  })

  it('puts one table into a message', () => {
    expect(sizes([[table], [table], [divider]])).toEqual([1, 2])
  })

  it('makes no message of nothing', () => {
    expect(pack([[], []])).toEqual([])
  })
})

const context = (text: string): Block => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text, verbatim: true }],
})

describe('problemsOf', () => {
  it('finds a text that would call people, in small print and in the notification', () => {
    const calls = ['A text would call people.']
    expect(problemsOf({ text: 'News', blocks: [context('<!channel>')] })).toEqual(calls)
    expect(problemsOf({ text: 'News <@U012AB3CD>', blocks: [context('News')] })).toEqual(calls)
  })

  it('lets through links, and a channel that is named', () => {
    const blocks = [context('<https://a.example/1|A>')]
    expect(problemsOf({ text: 'News of <#C012AB3CD>', blocks })).toEqual([])
  })
})
