import { expect, it } from 'vitest'
import { quoted } from '../../src/commands/notice.ts'

it.each([
  ['short', '“short”'],
  [
    'Ministers of twelve countries meet on the shore of the inland sea',
    '“Ministers of twelve countries meet on the shore of the…”',
  ],
  ['x'.repeat(70), `“${'x'.repeat(59)}…”`],
  [`${'x'.repeat(58)}🌍🌍🌍`, `“${'x'.repeat(58)}…”`],
])('shows what is long up to the end of a word: %s', (text, expected) => {
  expect(quoted(text, 'en')).toBe(expected)
})
