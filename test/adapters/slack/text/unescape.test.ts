import { describe, expect, it } from 'vitest'
import { readWritten, unescape } from '../../../../adapters/slack/text/unescape.ts'

describe('unescape', () => {
  it.each([
    ['look up <https://a.example/x?a=1&amp;b=2|a link>', 'look up https://a.example/x?a=1&b=2'],
    ['what does <@U1|ada> follow', 'what does ada follow'],
    ['subscribe syria to <#C1|desk>', 'subscribe syria to <#C1|desk>'],
    ['a &lt; b &amp;amp; c', 'a < b &amp; c'],
  ])('is what was typed: %s', (text, typed) => {
    expect(unescape(text)).toBe(typed)
  })
})

describe('readWritten', () => {
  it.each([
    ['any news about *lorries*?', 'any news about lorries?'],
    ['*_syria_* ~today~ yesterday', 'syria today yesterday'],
    ['`subscribe syria daily`', 'subscribe syria daily'],
    ['```search "grain deal"```', 'search "grain deal"'],
    ['&gt; syria today', 'syria today'],
    ['search grain* corridor*', 'search grain* corridor*'],
    ['search snake_case_word', 'search snake_case_word'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['*أخبار سوريا*', 'أخبار سوريا'],
  ])('is what was said: %s', (text, said) => {
    expect(readWritten(text)).toBe(said)
  })
})
