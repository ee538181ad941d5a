import { expect, it } from 'vitest'
import { tellCorrection } from '../../src/chat/wording/correction.ts'
import { labelOutlet } from '../../src/chat/wording/story.ts'
import { anOutlet, aStory } from '../fakes/briefed-story.ts'
import { aBriefing } from '../fakes/briefings.ts'

const AT = Date.parse('2026-03-10T06:00:00Z')
const HOUR = 3_600_000
const removal = { outlet: 0, seenAt: AT - 4 * HOUR, since: AT - 2 * HOUR, at: AT }

/** Returns what is said in a thread, without its first line. */
function told(language: string, returnedAt?: number): string | undefined {
  const story = aStory({
    outlets: [anOutlet({ name: 'Harbour Post' })],
    removals: [{ ...removal, ...(returnedAt !== undefined && { returnedAt }) }],
  })
  const sections = [{ region: 'r', name: 'R', stories: [story], leftOut: 0 }]
  const briefing = aBriefing({ language, zone: 'UTC', to: AT, sections })
  return tellCorrection({ kind: 'briefing', briefing })?.text.split('\n')[1]
}

it.each([
  ['en', 'Taken down by Harbour Post (last seen: 02:00; gone: 04:00)'],
  ['tr', 'Harbour Post haberi kaldırdı (son görülme: 02:00; artık yok: 04:00)'],
  ['ar', 'حذفته Harbour Post (آخر ظهور: 02:00؛ غائب منذ: 04:00)'],
  ['fa', 'Harbour Post آن را حذف کرد (آخرین مشاهده: ۰۲:۰۰؛ دیگر نیست: ۰۴:۰۰)'],
  ['fr', 'Retiré par Harbour Post (vu pour la dernière fois\u00a0: 02:00\u00a0; absent\u00a0: 04:00)'],
  ['de', 'Von Harbour Post gelöscht (zuletzt gesehen: 02:00; nicht mehr da: 04:00)'],
  ['ru', 'Удалено, Harbour Post (последний раз на месте: 02:00; отсутствует: 04:00)'],
  ['es', 'Retirado por Harbour Post (visto por última vez: 02:00; ausente: 04:00)'],
])('says in %s what was taken down, and when it was seen last', (language, line) => {
  expect(told(language)?.replaceAll(/[\u2066-\u2069\u200e\u200f]/gu, '')).toBe(line)
})

it('says that a report is there again', () => {
  expect(told('en', AT + HOUR)).toBe('Back online at Harbour Post (07:00) after being taken down')
})

it('labels an outlet whose report was taken down', () => {
  const text = labelOutlet(anOutlet({ isRemoved: true }), 'en').map((span) => span.text)
  expect(text.join('')).toMatch(/, taken down\)$/u)
})
