import { expect, it } from 'vitest'
import { trialSheet } from '../../../src/chat/wording/sheet.ts'
import type { Trial } from '../../../src/records/message.ts'
import { MESSAGES } from '../../fakes/messages.ts'

const linesOf = (capped: Trial['capped'], language: string, lookedAt: Trial['lookedAt'] = null) => {
  const trial = { ...MESSAGES.trial.trial, empty: 0, earlier: 0, capped, lookedAt }
  const { lines } = trialSheet({ ...MESSAGES.trial, trial, language }, () => 'noon')
  return lines.map((line) => line.map(({ text }) => text).join(''))
}

it('says how many alerts the cap held back, and how many of them never came', () => {
  expect(linesOf({ late: 3, lost: 1, perHour: 4 }, 'en')).toEqual([
    '3 stories were delayed to a later hour: at most 4 alerts are sent per hour.',
    '1 story was never sent: more than 4 alerts an hour were due until the news was old.',
  ])
  expect(linesOf({ late: 2, lost: 0, perHour: 4 }, 'fa')).toEqual([
    '۲ خبر تا ساعتی دیگر منتظر ماند: در هر ساعت حداکثر ۴ هشدار فرستاده می‌شود.',
  ])
})

it('says nothing of a cap that held nothing back, or where there is none', () => {
  for (const capped of [{ late: 0, lost: 0, perHour: 4 }, null]) expect(linesOf(capped, 'en')).toEqual([])
})

it('says that only the strongest stories of a day were looked at', () => {
  expect(linesOf(null, 'en', 1_250)).toEqual([
    'There was so much news that only the 1,250 strongest stories of a day were considered.',
  ])
})
