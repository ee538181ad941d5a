import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { aRead, anArticle } from './a-read.ts'

/** Language, a text, searches that must find it, and searches that must not. */
const TEXTS: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'en',
    'The minister’s talks on 12,500 refugees failed; Beirut’s airport reopened on Tuesday.',
    [
      'talk',
      'ministers',
      'refugee',
      'fail',
      '"airport reopened"',
      '12500',
      'BEIRUT',
      'ministers talks -ankara',
    ],
    ['"reopened airport"', 'talks -beirut', 'talksy'],
  ],
  [
    'tr',
    'Ankara’da görüşmeler sürüyor, İstanbul’un ışıkları söndü. ILGAZ dağlarında kar var. İran Cuma günü yanıt verdi.',
    [
      'görüşme',
      'istanbul',
      'İSTANBUL',
      'ışık',
      'ilgaz',
      'ılgaz',
      '"görüşmeler sürüyor"',
      'gorusmeler',
      'iran',
      'cuma',
    ],
    ['"sürüyor görüşmeler"', 'ankara -istanbul', 'IRA', 'C++'],
  ],
  [
    'ar',
    'أعلن الرئيس وقف إطلاق النار في المدينة، وعاد اللاجئون إلى بيوتهم سنة ٢٠٢٦.',
    ['رئيس', 'الرئيس', 'مدينه', 'المدينة', '"إطلاق النار"', 'اعلن', '2026', 'لاجئون'],
    ['"النار إطلاق"', 'رئيس -المدينة'],
  ],
  [
    'fa',
    'وزیر خارجه ایران با روزنامه‌نگاران گفت‌وگو کرد؛ کتاب‌های تازه رسید. سال ۱۴۰۵ آغاز شد.',
    ['وزير', 'وزیر خارجه', 'ایران', 'ايران', 'کتاب', 'كتاب', '"وزیر خارجه"', '1405'],
    ['"خارجه وزیر"', 'ایران -کتاب'],
  ],
  [
    'ru',
    'Переговоры в Москве продолжаются: министры обсудили границы и ёлки.',
    ['переговоры', 'министр', 'границ', 'МОСКВА', '"министры обсудили"'],
    ['"обсудили министры"', 'министр -границы'],
  ],
  [
    'uk',
    'П’ять міст України залишилися без світла після атаки на електростанції.',
    ['п’ять', "п'ять", 'україни', 'атака', '"без світла"'],
    ['"світла без"'],
  ],
  [
    'fr',
    'L’accord signé à Genève prévoit l’arrêt des combats ; les élus s’inquiètent déjà.',
    [
      'accord',
      'l’accord',
      'geneve',
      'Genève',
      'combat',
      'arret',
      '"arrêt des combats"',
      'élu',
      'elue',
      '"les élues"',
    ],
    ['"combats des arrêt"', 'accord -genève'],
  ],
  [
    'de',
    'Die Überschwemmungen in Köln trafen auch Straßen und Häuser; 1.200 Menschen flohen.',
    [
      'überschwemmung',
      'koln',
      'KÖLN',
      'strassen',
      'straße',
      'haus',
      '1200',
      '"in köln"',
      'koeln',
      'ueberschwemmung',
      'haeuser',
      '"in koeln"',
      '"strassen und haeuser"',
    ],
    ['"köln in"', 'häuser -köln'],
  ],
  [
    'es',
    'Los niños volvieron a las escuelas tras las inundaciones en Málaga.',
    ['niño', 'ninos', 'escuela', 'inundación', 'inundacion', 'malaga', '"volvieron a las escuelas"'],
    ['"escuelas las"'],
  ],
  [
    'el',
    'Οι πυρκαγιές στην Αθήνα κατέκαψαν σπίτια και δάση.',
    ['πυρκαγιές', 'αθηνα', 'ΑΘΗΝΑ', '"σπίτια και δάση"'],
    ['"δάση και σπίτια"'],
  ],
  ['he', 'צה״ל הודיע על הפסקת אש בצפון.', ['צה״ל', 'צה"ל', 'הפסקת', '"הפסקת אש"'], ['"אש הפסקת"']],
  ['hi', 'सरकार ने किसानों की मांगें मान लीं।', ['सरकार', 'किसानों', '"किसानों की मांगें"'], ['"मांगें किसानों"']],
  [
    'ja',
    '首相は東京都で記者会見を開いた。',
    ['東京', '東京都', '首相', '"記者会見"', '会見'],
    ['京東', '大阪'],
  ],
  ['zh', '北京市政府宣布新的贸易措施。', ['北京', '贸易', '贸易措施', '"政府宣布"'], ['易贸']],
  ['ko', '서울에서 정상 회담이 열렸다.', ['서울', '정상', '"정상 회담"'], ['"회담 정상"']],
  ['th', 'รัฐบาลไทยประกาศมาตรการใหม่', ['รัฐบาล', 'มาตรการ'], ['ประเทศลาว']],
]

describe('search in many languages', { timeout: 60_000 }, () => {
  let store: Store
  beforeAll(async () => {
    store = await openSqliteStore(':memory:')
    await store.keepRead(
      aRead(TEXTS.map(([language, text]) => anArticle({ id: language, title: '.', text }, { language }))),
    )
  })
  afterAll(() => store.close())

  const finds = async (words: string, language: string, order: 'newest' | 'relevance' = 'newest') =>
    (await store.search({ words, order, limit: 50, offset: 0 })).hits.some(
      ({ article }) => article.id === language,
    )

  it.each(TEXTS.flatMap(([language, , typed]) => typed.map((words) => [language, words] as const)))(
    'finds in %s what is typed as %s',
    async (language, words) => {
      expect(await finds(words, language)).toBe(true)
      expect(await finds(words, language, 'relevance')).toBe(true)
    },
  )

  it.each(TEXTS.flatMap(([language, , , absent]) => absent.map((words) => [language, words] as const)))(
    'does not find in %s what is typed as %s',
    async (language, words) => {
      expect(await finds(words, language)).toBe(false)
    },
  )

  it('finds every text by any run of its own words, as words, as a phrase, and not without them', async () => {
    const anyRun = fc
      .constantFrom(...TEXTS)
      .chain(([language, text]) => {
        const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))
        return fc.record({
          language: fc.constant(language),
          words: fc.constant(words),
          from: fc.nat({ max: words.length - 1 }),
          length: fc.integer({ min: 1, max: 4 }),
        })
      })
      .map(({ language, words, from, length }) => ({ language, run: words.slice(from, from + length) }))
    await fc.assert(
      fc.asyncProperty(anyRun, async ({ language, run }) => {
        expect(await finds(run.join(' '), language)).toBe(true)
        expect(await finds(run.toReversed().join(' ').toUpperCase(), language)).toBe(true)
        expect(await finds(`"${run.join(' ')}"`, language)).toBe(true)
        expect(await finds(`-"${run.join(' ')}"`, language)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
