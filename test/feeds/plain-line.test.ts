import { describe, expect, it } from 'vitest'
import { plainLine } from '../../src/feeds/plain-line.ts'

describe('plainLine', () => {
  it.each([
    ['markup', 'Dam <b>breaks</b><br>in Vik', 'Dam breaks in Vik'],
    ['entities escaped twice', 'Fish &amp;amp; chips', 'Fish & chips'],
    ['letters that the publisher spoiled', 'The mayorâ€™s cafÃ©', 'The mayor’s café'],
    ['spoiled letters written as entities', 'The mayor&acirc;&#128;&#153;s boats', 'The mayor’s boats'],
  ])('reads a headline with %s', (_, html, line) => {
    expect(plainLine(html)).toBe(line)
  })
})
