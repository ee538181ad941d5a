import { expect, it } from 'vitest'
import { judgeFailure } from '../../src/delivery/judge-failure.ts'

it('keeps no token in the reason that people read and the log shows', () => {
  const row = {
    id: 'row',
    subscription: 's',
    destination: 'slack:T1/C1',
    message: { kind: 'notice', level: 'info', text: 'Hello', language: 'en' },
    slot: '',
    edits: null,
    attempts: 1,
    createdAt: 0,
    parts: [],
    failures: 0,
    rejections: 0,
  } as const
  const around = { now: 1, random: 0, repeatsAreRecognisedForMs: 0, hasDoubt: false }
  const outcome = judgeFailure(new Error('cannot send with xoxb-12-abc'), row, around)
  expect(outcome).toMatchObject({
    reason: 'cannot send with [hidden]',
    health: { reason: 'cannot send with [hidden]' },
  })
})
