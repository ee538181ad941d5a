import { expect, it } from 'vitest'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { judgeFailure } from '../../src/delivery/judge-failure.ts'

const row = {
  id: 'row',
  subscription: 's',
  destination: 'slack:T1/C1',
  message: { kind: 'notice', level: 'info', text: 'Hello', language: 'en' },
  slot: '',
  contentHash: 'l',
  edits: null,
  threadRoot: null,
  attempts: 1,
  createdAt: 0,
  parts: [],
  failures: 0,
  rejections: 0,
} as const

const retryAt = (retryAfterMs: number, random: number) =>
  judgeFailure(new DeliveryError('rate-limited', 'slow down', { retryAfterMs }), row, {
    now: 0,
    random,
    repeatsAreRecognisedForMs: 0,
    hasDoubt: false,
  })

it('comes back a little later than a platform asks, never so late that its place in a long line is lost', () => {
  expect(retryAt(1_000, 1)).toMatchObject({ retryAt: 1_100 })
  expect(retryAt(80_000, 0)).toMatchObject({ retryAt: 80_000 })
  expect(retryAt(80_000, 1)).toMatchObject({ retryAt: 80_300 })
})

it('keeps no token in the reason that people read and the log shows', () => {
  const around = { now: 1, random: 0, repeatsAreRecognisedForMs: 0, hasDoubt: false }
  const outcome = judgeFailure(new Error('cannot send with xoxb-12-abc'), row, around)
  expect(outcome).toMatchObject({
    reason: 'cannot send with [hidden]',
    health: { reason: 'cannot send with [hidden]' },
  })
})

it('hurries where an earlier try is in doubt, although this one surely did not arrive', () => {
  const around = { now: 0, random: 1, repeatsAreRecognisedForMs: 120_000 }
  const refused = new DeliveryError('unavailable', 'no connection')
  expect(judgeFailure(refused, row, { ...around, hasDoubt: true })).toMatchObject({ retryAt: 5_000 })
  expect(judgeFailure(refused, row, { ...around, hasDoubt: false })).toMatchObject({ retryAt: 30_000 })
})
