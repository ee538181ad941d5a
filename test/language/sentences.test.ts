import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/language/sentences.ts'

const sentences = (text: string, language: string): string[] =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end))

/**
 * Each row: what it shows, the language, and the sentences, which are joined by spaces before they are split
 * again.
 */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'titles and initials',
    'en',
    ['Mr. Hale met Dr. J. R. Okoro at St. Olave on Monday.', 'Prof. Lind stayed away.'],
  ],
  [
    'titles of several people',
    'en',
    ['A bill of Sens. Moen and Berg and Reps. Lund and Dahl failed.', 'Govs. Hale and Okoro left.'],
  ],
  [
    'a firm whose name ends in a mark',
    'en',
    ['Kudos! Inc. bought Hurra! GmbH on Monday.', 'Was it cheap?', 'Inca gold paid for it.'],
  ],
  [
    'Spanish doubled letters',
    'es',
    [
      'El presidente de EE. UU. Arvid Hale llegó a Vik.',
      'Las FF. AA. enviaron dos barcos.',
      'Vive en EE. UU.',
      'El río subió.',
    ],
  ],
  ['countries in letters', 'en', ['The U.S. Senate voted at 5 p.m. Tuesday.', 'It was over.']],
  [
    'an abbreviation at the end',
    'en',
    ['They flew to the U.S. last week.', 'He works for Arvid Inc.', 'The firm is small.'],
  ],
  [
    'a quotation with its speaker',
    'en',
    ['"Will it hold?" she asked.', '"It must!" he said.', 'Nobody laughed.'],
  ],
  [
    'an hour, a name of the underground and a rank in Polish',
    'pl',
    ['Most zamknięto do godz. 16 w piątek.', 'Arvid Hale ps. Wilk i mjr. Moen są cali.', 'Pada.'],
  ],
  ['a number and a refusal', 'en', ['She lives at No. 10.', 'Did he pay?', 'No.', 'He never did.']],
  [
    'a number that opens a sentence',
    'ru',
    [
      'Об этом говорится в отчёте.',
      '"30 мая акции арестованы", — заявил суд.',
      'Рейсы отменены.',
      '480 пилотов бастуют.',
      'Акции «Б.В.»',
      'Суд решил иначе.',
    ],
  ],
  [
    'a count behind a full stop',
    'en',
    ['The storm hit on Jan. 5 and again in March.', '12 people died.', 'The U.S. 7th Fleet sailed.'],
  ],
  [
    'decimals, addresses and ellipses',
    'en',
    ['Prices rose 3.5 per cent on example.org ... and fell.', 'Then they rose.'],
  ],
  ['German ordinals', 'de', ['Am 3. Oktober sprach Dr. Weber.', 'Es kamen 35.', 'Der Saal war voll.']],
  [
    'French titles and quotes',
    'fr',
    ['M. Duval a vu Mme Roche à 15 h.', '« Vraiment ? » a-t-il dit.', 'Elle a ri.'],
  ],
  [
    'French marks that are set off, and double initials',
    'fr',
    ['Le maire a dit : « Tout est prêt. »', 'Il a remercié J.-L. Duval.', '« C’est faux ! » dit-elle.'],
  ],
  [
    'Turkish titles, ordinals, vb.',
    'tr',
    [
      'Prof. Dr. Ayşe Demir 5. kez seçildi.',
      'Elma, armut vb. ürünler satıldı.',
      'T.C. Merkez Bankası açıkladı.',
      '"Gidiyoruz!" dedi.',
    ],
  ],
  [
    'Russian years, cities, initials',
    'ru',
    [
      'Он родился в 1980 г. в г. Орле.',
      'Иванов А. С. жил на ул. Мира, т.е. рядом.',
      '«Да?» — спросил он.',
      'Это стоило 5 млн руб.',
      'Дело закрыли.',
    ],
  ],
  [
    'a Russian sentence that ran into the next',
    'ru',
    ['Место занял бывший министр здравоохранения', 'После назначения министра курс вырос.'],
  ],
  ['Ukrainian quotes', 'uk', ['«Ми готові!» — сказав п. Коваль.', 'У 2020 р. було інакше.']],
  [
    'Arabic questions and titles',
    'ar',
    ['وصل د. سالم إلى المطار، ثم غادر.', 'هل عاد؟', 'نعم!', 'بلغت النسبة 3.5 في المئة.'],
  ],
  ['Persian', 'fa', ['وزیر گفت: «آماده‌ایم.»', 'آیا می‌رود؟', 'جلسه در تهران بود.']],
  ['Arabic agencies by their letters', 'ar', ['ذكرت وكالة (أ.ف.ب) أن السد انهار.', 'لم يصب أحد.']],
  ['Persian years by their letters', 'fa', ['این قانون مصوب سال ۱۴۰۴ هـ.ش.', 'او رفت.']],
  ['Russian months before a year', 'ru', ['Встреча прошла 5 янв. 2026 г. в Орле.', 'Все ушли.']],
  [
    'an English standfirst that lost its full stop',
    'en',
    ['Thousands flee after the worst of floods', 'The town was under water.'],
  ],
  ['names that begin with an article', 'en', ['He told The Guardian that a novel called The Sea had won.']],
  ['Urdu full stops', 'ur', ['وہ آیا۔', 'وہ چلا گیا۔']],
]

describe('splitSentences', () => {
  it.each(CASES)('reads %s', (_, language, expected) => {
    expect(sentences(expected.join(' '), language)).toEqual(expected)
  })

  it('needs no space between Chinese sentences', () => {
    expect(sentences('他来了。他走了！真的吗？', 'zh')).toEqual(['他来了。', '他走了！', '真的吗？'])
  })

  it('keeps a full stop and a capital apart where a feed lost the space', () => {
    expect(sentences('The match was over.Then it rained.', 'en')).toEqual([
      'The match was over.',
      'Then it rained.',
    ])
  })

  it('splits a text that has no capitals at all', () => {
    expect(sentences('exports rose. "that helps," the group said. it is winter.', 'en')).toHaveLength(3)
  })

  it('ends a heading at its line, but not a line that was wrapped', () => {
    expect(sentences('Storm hits coast\nThe town of Vik was\nflooded.', 'en')).toEqual([
      'Storm hits coast',
      'The town of Vik was\nflooded.',
    ])
  })

  it('gives spans without space and direction marks around them', () => {
    expect(splitSentences('\u200f  واحد اثنان. \u200f', 'ar')).toEqual([{ start: 3, end: 14 }])
  })

  it('has nothing to say about an empty or wordless text', () => {
    expect(splitSentences('', 'en')).toEqual([])
    expect(splitSentences(' … — !!! ', 'not a language')).toEqual([])
  })
})
