import { describe, expect, it } from 'vitest'
import { tellFinding } from '../../../src/chat/wording/source.ts'
import type { SourceFinding } from '../../../src/records/source.ts'

/** Draws only the time of day. */
const clock = (at: number): string => new Date(at).toISOString().slice(11, 16)

describe('tellFinding', () => {
  it.each<[SourceFinding, string]>([
    [
      { kind: 'failing', failure: 'timeout', times: 4 },
      'Failed 4 times in a row: no answer in time. This usually passes; the source is tried again.',
    ],
    [
      { kind: 'failing', failure: 'not-a-feed', times: 1 },
      'Failed once: the answer is not a feed. Look for the new address on the outlet’s site.',
    ],
    [
      { kind: 'silent', days: 9, rhythmMs: 2.2 * 3_600_000 },
      'Answers, but its newest article is 9 days old; usual time between articles: 2 hours.',
    ],
    [
      { kind: 'language', writes: 'fa', said: 'ar' },
      'Lately it publishes in Persian, not in Arabic. Check the address, or change the language in config/sources.yaml.',
    ],
    [{ kind: 'silent', days: 9 }, 'Answers, but its newest article is 9 days old.'],
    [
      { kind: 'moved', to: 'https://open-atlas.example/feed' },
      'It has moved to https://open-atlas.example/feed and is read there. Change the address in config/sources.yaml.',
    ],
    [
      { kind: 'kills', times: 2 },
      'Reading it had to be stopped 2 times in a row; it is tried again once a day.',
    ],
    [
      { kind: 'gone' },
      'Closed for good, according to its server. Find the new address or remove the source.',
    ],
    [
      { kind: 'empty' },
      'Answers, but its feed has never held an article. Check the address on the outlet’s site.',
    ],
    [
      { kind: 'resting', until: Date.parse('2026-03-10T14:27:00Z') },
      'Not asked yet: its server asked for a pause (until: 14:27).',
    ],
    [{ kind: 'lost', entries: 9 }, '9 entries of its feed are empty and were left out.'],
    [
      { kind: 'truncated', entries: 2000 },
      'Its feed is too long to be read completely; 2,000 entries are read.',
    ],
    [{ kind: 'undated' }, 'Most of its articles have no date; they are dated when they are first seen.'],
  ])('says what is wrong and what to do: %o', (finding, expected) => {
    expect(tellFinding(finding, clock, 'en')).toBe(expected)
  })

  it('says it in the language of the reader', () => {
    expect(tellFinding({ kind: 'failing', failure: 'refused', times: 2 }, clock, 'ar')).toBe(
      'فشلت القراءة مرتين متتاليتين: رُفض الوصول. اطلب إذن الوصول من الوسيلة أو احذف المصدر.',
    )
    expect(tellFinding({ kind: 'silent', days: 12 }, clock, 'fa-IR')).toBe(
      'پاسخ می‌دهد، اما از تازه‌ترین مطلبش ۱۲ روز گذشته است.',
    )
  })

  it('says in every language what a changed language is called there', () => {
    const told = ['de', 'fr', 'tr', 'ar', 'fa'].map(
      (language) =>
        tellFinding({ kind: 'language', writes: 'fa', said: 'ar' }, clock, language).split(/[.:]/u, 1)[0],
    )
    expect(told).toEqual([
      'Schreibt neuerdings auf Persisch, nicht auf Arabisch',
      'Écrit depuis peu en persan, et non en arabe',
      'Son haberlerinin dili Arapça değil, Farsça',
      'لغة مقالاته الأخيرة الفارسية لا العربية',
      'زبان مطالب تازه‌اش فارسی است، نه عربی',
    ])
  })

  it('lets an address from a server do nothing but be read', () => {
    const told = tellFinding({ kind: 'moved', to: 'https://x.example/\u202e\u001b[2J' }, clock, 'fa')
    expect(told).not.toMatch(/[\u001b\u202e]/u)
  })
})
