import { describe, expect, it } from 'vitest'
import { tellHealth } from '../../../src/chat/wording/source.ts'
import { aSource } from '../../fakes/findings.ts'

const failuresIn = (language: string): string | null =>
  tellHealth(
    aSource({
      failures: [
        { kind: 'timeout', times: 4 },
        { kind: 'bot-protection', times: 1 },
      ],
    }),
    String,
    language,
  ).failures

describe('tellHealth', () => {
  it.each([
    ['en', 'failures in 30 days: no answer in time (4) and site requires a browser (1)'],
    [
      'de',
      'Fehlschläge in 30 Tagen: keine rechtzeitige Antwort (4) und Website verlangt einen Browser-Nachweis (1)',
    ],
    [
      'fr',
      'échecs en 30 jours\u00a0: pas de réponse à temps (4) et le site exige la preuve d’un navigateur (1)',
    ],
    ['tr', 'son 30 gündeki hatalar: zamanında yanıt gelmedi (4) ve site tarayıcı doğrulaması istiyor (1)'],
    ['ar', 'الإخفاقات في 30 يومًا: لم يصل الرد في الوقت المحدد (4) والموقع يشترط إثبات استخدام متصفح (1)'],
    ['fa', 'خطاهای ۳۰ روز اخیر: پاسخ به‌موقع نرسید (۴) و سایت تأیید مرورگر می‌خواهد (۱)'],
  ])('counts failures by kind in %s', (language, expected) => {
    expect(failuresIn(language)).toBe(expected)
  })

  it('says nothing of failures where there were none', () => {
    expect(tellHealth(aSource(), String, 'en').failures).toBeNull()
  })

  it.each([
    ['en', 'delivered by its WebSub hub'],
    ['fa', 'از مرکز WebSub می‌رسد'],
  ])('says in %s that a hub delivers, where one does', (language, expected) => {
    expect(tellHealth(aSource({ pushed: true }), String, language).pushed).toBe(expected)
    expect(tellHealth(aSource(), String, language).pushed).toBeNull()
  })

  it.each([
    [
      'en',
      '300 older articles dropped: it publishes more than is kept',
      '1 older version of its articles dropped: it edits more often than is kept',
    ],
    [
      'de',
      '300 ältere Artikel aufgegeben: sie veröffentlicht mehr, als aufbewahrt wird',
      '1 ältere Fassung ihrer Artikel aufgegeben: sie ändert öfter, als aufbewahrt wird',
    ],
  ])('says in %s what was let go', (language, articles, versions) => {
    const told = tellHealth(aSource({ letGo: { articles: 300, versions: 1 } }), String, language)
    expect([told.letGoArticles, told.letGoVersions]).toEqual([articles, versions])
    const some = tellHealth(aSource({ letGo: { articles: 0, versions: 4 } }), String, language)
    expect(some.letGoArticles).toBeNull()
    expect(tellHealth(aSource(), String, language).letGoVersions).toBeNull()
  })
})
