import { describe, expect, it } from 'vitest'
import { creditedAgency } from '../../src/stories/agency.ts'

describe('creditedAgency', () => {
  it.each([
    ['CAIRO (Reuters) - Talks went on.', 'Reuters'],
    ['PARIS, March 3 (AFP) - Talks went on.', 'AFP'],
    ['RICHMOND, Va. (AP) — Talks went on.', 'AP'],
    ['ANKARA (AA) - Görüşmeler sürdü.', 'AA'],
    ['ANKARA – AA – Görüşmeler sürdü.', 'AA'],
    ['МОСКВА, 3 марта. /ТАСС/. Переговоры продолжились.', 'TASS'],
    ['МОСКВА, 3 мар — РИА Новости. Переговоры продолжились.', 'RIA Novosti'],
    ['القاهرة (رويترز) - استمرت المحادثات.', 'Reuters'],
    ['新华社北京3月3日电', 'Xinhua'],
    ['BERLIN (dpa) - Die Gespräche gingen weiter.', 'dpa'],
    ['تهران - ایرنا - مذاکرات ادامه یافت.', 'IRNA'],
    ['Talks went on.\n\n(AFP)', 'AFP'],
    ['Talks went on. – AP', 'AP'],
    ['Talks went on.\n\nSource: Xinhua', 'Xinhua'],
    ['Talks went on.\n\n(Meridian News Agency)', 'Meridian News Agency'],
    ['Talks went on.\n\nSource: Meridian News Agency', 'Meridian News Agency'],
    ['Talks went on, Reuters reported on Tuesday.', null],
    ['A crowd gathers (Jane Doe/AFP/Getty Images) near the square.', null],
    ['The AP has learned that talks went on.', null],
    ['', null],
  ])('%s', (text, agency) => {
    expect(creditedAgency(text)).toBe(agency)
  })
})
