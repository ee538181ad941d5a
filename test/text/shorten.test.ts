import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shorten } from '../../src/text/shorten.ts'
import { anyCharacter } from '../fakes/any-character.ts'

describe('shorten', () => {
  it.each([
    ['leaves alone what fits', 'Truce prolonged', 15, 'Truce prolonged'],
    ['cuts behind a word', 'Truce prolonged by sixty days', 20, 'Truce prolonged by…'],
    ['keeps no word of which only a part fits', 'Truce prolonged', 14, 'Truce…'],
    ['leaves no comma, dash or open bracket before the end', 'Truce – (prolonged', 12, 'Truce…'],
    ['keeps a word whole with its marks', 'Le président d’Arménie a dit', 23, 'Le président d’Arménie…'],
    ['cuts a text without blanks where its words end', '也门停火延长六十天', 6, '也门停火…'],
    ['keeps what stands before a long word', 'Truce Donaudampfschifffahrtsgesellschaft', 30, 'Truce…'],
    ['cuts within what is longer than any word', `Truce ${'a'.repeat(300)}`, 60, `Truce ${'a'.repeat(53)}…`],
    ['parts no family', '👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 15, '👨‍👩‍👧‍👦…'],
    ['parts no flag', '🇹🇷🇱🇧🇸🇾', 7, '🇹🇷…'],
    [
      'parts no letter from its marks',
      'é'.normalize('NFD').repeat(9),
      6,
      `${'é'.normalize('NFD').repeat(2)}…`,
    ],
    ['cuts a sign of endless parts between two of them', `👨${'‍👨'.repeat(40)}`, 9, '👨‍👨‍👨…'],
    ['cuts Persian behind a word', 'آتش‌بس یمن شصت روز تمدید شد', 18, 'آتش‌بس یمن شصت…'],
  ] as const)('%s', (_, text, most, expected) => {
    expect(shorten(text, most)).toBe(expected)
  })

  it('never exceeds its room, breaks no character, and begins as the text does', () => {
    const texts = fc.string({ unit: anyCharacter, maxLength: 300 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 120 }), (text, most) => {
        const whole = text.toWellFormed()
        const short = shorten(whole, most)
        expect(short.length).toBeLessThanOrEqual(most)
        expect(short.isWellFormed()).toBe(true)
        expect(whole.startsWith(short.replace(/…$/u, ''))).toBe(true)
      }),
    )
  })

  it('takes no longer for a headline of a million letters', () => {
    const began = performance.now()
    shorten('truce '.repeat(200_000), 100)
    expect(performance.now() - began).toBeLessThan(100)
  })
})
