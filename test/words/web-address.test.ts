import { describe, expect, it } from 'vitest'
import { webAddress } from '../../src/words/web-address.ts'

describe('webAddress', () => {
  it.each([
    ['https://open-atlas.example/a?b=c#d', 'https://open-atlas.example/a?b=c#d'],
    ['http://open-atlas.example', 'http://open-atlas.example/'],
    ['https://bank.example@evil.example/', 'https://evil.example/'],
    ['https://münze.example/طريق', 'https://xn--mnze-0ra.example/%D8%B7%D8%B1%D9%8A%D9%82'],
    ['https://a.example/\u001b]8;;\u0007x', 'https://a.example/%1B]8;;%07x'],
    ['javascript:alert(1)', null],
    ['//open-atlas.example', null],
    ['file:///etc/passwd', null],
    ['', null],
  ])('makes of %j %j', (url, expected) => {
    expect(webAddress(url)).toBe(expected)
  })
})
