import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ButtonError, decodeButton, encodeButton, LONGEST_BUTTON_TEXT } from '../../src/chat/action.ts'

const SECRET = 'a secret of this installation'
const command = fc
  .string({ unit: 'grapheme', maxLength: LONGEST_BUTTON_TEXT })
  .filter((text) => text.length <= LONGEST_BUTTON_TEXT)

describe('encodeButton', () => {
  it('keeps a command within the hundred characters of Discord', () => {
    fc.assert(
      fc.property(command, (text) => {
        const id = encodeButton(text, SECRET)
        expect(id.length).toBeLessThanOrEqual(100)
        expect(decodeButton(id, SECRET)).toEqual({ status: 'genuine', text })
      }),
    )
  })

  it('says what to shorten', () => {
    const words = `search region:middle-east ${'corridor'.repeat(8)} since:3d`
    expect(() => encodeButton(words, SECRET)).toThrow(ButtonError)
    expect(() => encodeButton(words, SECRET)).toThrow(
      /has 99\. Shorten it by 16; its longest part is “corridorcorridor/u,
    )
  })
})

describe('decodeButton', () => {
  it('refuses what was changed in a single place', () => {
    fc.assert(
      fc.property(command, fc.nat(), fc.constantFrom('x', 'A', ' ', '0'), (text, at, letter) => {
        const id = encodeButton(text, SECRET)
        const place = at % id.length
        const forged = id.slice(0, place) + letter + id.slice(place + 1)
        fc.pre(forged !== id)
        expect(decodeButton(forged, SECRET)).toEqual({ status: 'refused' })
      }),
    )
  })

  it.each([
    ['nothing', ''],
    ['a command without a signature', 'unsubscribe k4f2'],
    ['a signature alone', encodeButton('', SECRET).slice(0, 10)],
    ['the button of another installation', encodeButton('unsubscribe k4f2', 'another')],
    ['more than a button can hold', `${encodeButton('help', SECRET)}${'x'.repeat(100)}`],
    ['letters that are several bytes long', 'ééééééééééééééé:help'],
  ])('refuses %s', (_what, id) => {
    expect(decodeButton(id, SECRET)).toEqual({ status: 'refused' })
  })
})
