import { describe, expect, it } from 'vitest'
import { flow, type Shape } from '../../../../adapters/terminal/text/flow.ts'

const shape: Shape = { width: 20, colour: false, hyperlinks: false, rightToLeft: false }

describe('flow', () => {
  it('breaks between words and indents what follows', () => {
    expect(flow([{ text: 'one two three four five six' }], { ...shape, first: '1. ', rest: '   ' })).toEqual([
      '1. one two three',
      '   four five six',
    ])
  })

  it('counts columns, not characters', () => {
    expect(flow([{ text: '👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧 e\u0301e\u0301e\u0301 x' }], { ...shape, width: 9 })).toEqual([
      '👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧',
      'e\u0301e\u0301e\u0301 x',
    ])
  })

  it('never breaks an address', () => {
    const address = 'https://very-long-address.example/path?and=query#end'
    expect(flow([{ text: `see ${address} there` }], shape)).toEqual(['see', address, 'there'])
  })

  it('breaks Chinese between words and keeps closing signs off the start of a line', () => {
    const lines = flow([{ text: '部长们在大马士革举行会议，并同意「重新开放」边境口岸。' }], shape)
    expect(lines.join('')).toBe('部长们在大马士革举行会议，并同意「重新开放」边境口岸。')
    expect(lines.every((line) => !/^[，」。]/u.test(line) && !line.endsWith('「'))).toBe(true)
    expect(lines.length).toBeGreaterThan(1)
  })

  it('lets a line break swallow a gap', () => {
    const spans = [
      { text: 'one two' },
      { text: ' · ', gap: true },
      { text: 'three' },
      { text: ' · ', gap: true },
      { text: 'four' },
    ]
    expect(flow(spans, { ...shape, width: 15 })).toEqual(['one two · three', 'four'])
  })

  it('keeps a number with the word it follows', () => {
    const spans = [
      { text: 'a sentence that ends.' },
      { text: ' ', whole: true },
      { text: '[1]', whole: true },
    ]
    expect(flow(spans, { ...shape, width: 22 })).toEqual(['a sentence that', 'ends. [1]'])
  })

  it('isolates right-to-left text on each of its lines and repeats its direction', () => {
    const lines = flow([{ text: 'وزراء المياه يجتمعون (IBM) في بغداد', quoted: true }], shape)
    expect(lines).toEqual(['\u2068وزراء المياه يجتمعون\u2069', '\u2068\u200f(IBM) في بغداد\u2069'])
  })

  it('links each line of a broken name', () => {
    const spans = [{ text: 'The Meridian Courier of Izmir', url: 'https://m.example/' }]
    const lines = flow(spans, { ...shape, hyperlinks: true })
    expect(lines).toEqual([
      '\u001b]8;;https://m.example/\u001b\\The Meridian Courier\u001b]8;;\u001b\\',
      '\u001b]8;;https://m.example/\u001b\\of Izmir\u001b]8;;\u001b\\',
    ])
  })

  it('draws nothing where there is nothing', () => {
    expect(flow([], shape)).toEqual([])
    expect(flow([{ text: ' ' }], shape)).toEqual([])
  })
})
