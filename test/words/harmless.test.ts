import { describe, expect, it } from 'vitest'
import { harmless } from '../../src/words/harmless.ts'

const MANY = 1_000_000

describe('harmless', () => {
  it.each([
    ['a colour', 'red \u001b[1;31malert\u001b[0m', 'red alert'],
    ['a window title', 'a\u001b]0;owned\u0007b', 'ab'],
    ['a hyperlink, but not its text', '\u001b]8;;https://evil.example\u001b\\text\u001b]8;;\u001b\\', 'text'],
    ['the same in one byte', 'a\u009b2Jb\u009d0;t\u009cc', 'abc'],
    ['a control string without an end, but not what follows it', 'a\u001b]0;b c', 'a]0;b c'],
    ['an escape inside an escape', '\u001b\u001b[31m[31mred', '[31mred'],
    ['bidi overrides and isolates', '\u202egro.live\u202c \u2067x\u2069', 'gro.live x'],
    ['NUL, backspace, DEL', 'a\u0000b\u0008c\u007f', 'abc'],
    ['soft hyphen and byte order mark', '\ufeffso\u00adft', 'soft'],
    ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ])('takes away %s', (_what, text, expected) => {
    expect(harmless(text)).toBe(expected)
  })

  it('makes single spaces of line breaks and runs of blanks', () => {
    expect(harmless('one\r\ntwo\u2028three\t\tfour  five\u0085six')).toBe('one two three four five six')
  })

  it.each(['می‌خواهد', '👩🏽‍🚒', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'e\u0301', 'a\u00a0b', 'شركة (IBM)\u200f'])(
    'leaves %s as it is',
    (text) => {
      expect(harmless(text)).toBe(text)
    },
  )

  it('keeps marks from painting over other lines', () => {
    expect(harmless(`Z${'\u0300'.repeat(500)}`)).toBe(`Z${'\u0300'.repeat(8)}`)
  })

  // A regular expression that backtracks over a million of them would not end before the test times out.
  it.each([
    ['\u001b]', ']'.repeat(MANY)],
    ['\u001b[', '['.repeat(MANY)],
    ['\u001b]0;', ']0;'.repeat(MANY)],
    ['\u009d', ''],
    ['\u0300', '\u0300'.repeat(8)],
    ['\u001b[1;', '[1;'.repeat(MANY)],
    ['\u001b\u001b', ''],
  ])('reads a million of %j once only', (piece, expected) => {
    expect(harmless(piece.repeat(MANY)) === expected).toBe(true)
  })
})
