import { expect, it } from 'vitest'
import { reportRejections } from '../../src/cli/report-rounds.ts'

it('tells whoever runs the bot which message was rejected, where, and in the words of the platform', () => {
  const lines: unknown[] = []
  reportRejections(
    [{ id: 'k4f2 2026-03-10 08:00', destination: 'slack:T1/C1', reason: 'invalid_blocks: text too long' }],
    { error: (fields, text) => lines.push([fields, text]) },
  )
  expect(lines).toEqual([
    [
      { outbox: 'k4f2 2026-03-10 08:00', destination: 'slack:T1/C1' },
      expect.stringMatching(/a fault of Dragoman: report it .*invalid_blocks: text too long$/u),
    ],
  ])
})
