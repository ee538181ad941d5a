import { describe, expect, it } from 'vitest'
import { readPassages } from '../../src/summaries/read-passages.ts'
import { FURNITURE, NEWS } from './furniture-lines.ts'

const quoted = (text: string, language: string): string[] =>
  readPassages(0, text, language).map((passage) => passage.text)

const DATELINES: readonly (readonly [string, string])[] = [
  ['ru', '08.11.2018 Источник: '],
  ['ru', '14:00 08.11.2018 Источник: '],
  ['en', 'DUBAI: '],
  ['en', 'Sycamore, Illinois (CNN) '],
  ['en', 'LONDON, May 4 (Reuters) - '],
  ['en', 'VIK, Norway, May 4, 2026 (NORWIRE) -- '],
  ['en', 'Vik – '],
  ['en', 'BERGEN, Norway—'],
  ['en', '[Vik Herald] '],
  ['en', '[herald (Vik)] Bergen, 4 May 2026 -- '],
  ['de', 'Wien – '],
  ['de', 'Berlin (dpa) - '],
  ['de', 'Frankfurt/Main (dpa) – '],
  ['de', 'Indian Wells – '],
  ['fr', 'PARIS, 4 mai (Reuters) - '],
  ['fr', 'Paris (AFP) – '],
  ['es', 'Madrid, 4 may (EFE).- '],
  ['es', 'CARACAS.- '],
  ['es', 'México, 4 de mayo.— '],
  ['tr', 'ANKARA (AA) - '],
  ['tr', 'İSTANBUL, (DHA) - '],
  ['tr', 'Ali Veli / ANKARA, (DHA) - '],
  ['tr', 'ANKARA (AA) - AYŞE DEMİR - '],
  ['ru', 'МОСКВА, 4 мая — РИА Новости. '],
  ['ru', 'МОСКВА, 4 мая ПРАЙМ '],
  ['ru', ', 13:59 REGNUM '],
  ['ru', 'МОСКВА, 4 мая. /ТАСС/. '],
  ['ru', 'Киев. 4 мая. ИНТЕРФАКС - '],
  ['uk', 'Київ. 4 травня. УНІАН. '],
  ['ar', 'القاهرة 4 مايو/ أيار (رويترز) - '],
  ['ar', 'دبي – العربية.نت: '],
  ['ar', 'القاهرة - أ ف ب: '],
  ['ar', 'غزة/ الأناضول '],
  ['fa', 'خبرگزاري فارس: '],
  ['fa', 'به گزارش خبرگزاری فارس از اسلو، '],
  ['fa', 'به گزارش ایسنا، '],
  ['fa', 'تهران - ایرنا - '],
  ['fa', 'تهران (ایسنا) - '],
]

describe('readPassages', () => {
  it.each(
    Object.entries(FURNITURE).flatMap(([language, lines]) => lines.map((line) => [language, line] as const)),
  )('quotes the news and not what stands round it (%s): %s', (language, line) => {
    const news = NEWS[language] ?? ''
    expect(quoted(`${line}\n\n${news}`, language)).toEqual([news])
  })

  it.each(DATELINES)('begins behind the dateline (%s): %s', (language, dateline) => {
    const news = NEWS[language] ?? ''
    expect(quoted(dateline + news, language)).toEqual([news])
  })

  it.each([
    ['en', 'Barriers hold up a river that rises every spring, engineers of the ministry said.'],
    ['en', 'Residents can stand guard along the river until Friday, the mayor of Vik said.'],
    ['en', 'The European Union fined two advertisers for storing cookies without consent.'],
    ['en', 'A messaging service delayed its new privacy policy after protests in three countries.'],
    ['en', 'The winner of the photo contest is a nurse from Vik.'],
    ['de', 'Das Bündnis (SPD/Grüne) will den Damm bis zum Sommer erneuern (Stand 2025/26).'],
    ['de', 'UNICEF: Neun Kinder werden nach dem Bruch des Damms noch vermisst.'],
    ['fa', 'به گزارش رویترز، سد بالای شهر ویک روز دوشنبه شکست.'],
    ['fa', 'به گزارش خبرگزاری فارس به نقل از رویترز، سد بالای شهر ویک شکست.'],
    ['ru', 'Премьер Норвегии Кари Моен прибыла в город Вик утром во вторник.'],
    ['ar', 'قال الرئيس إن صورة السد بعد الانهيار صادمة للجميع.'],
    ['tr', 'Bu haber üzerine bakanlık barajdaki denetimi pazartesi günü başlattı.'],
  ])('leaves news whole (%s): %s', (language, sentence) => {
    expect(quoted(sentence, language)).toEqual([sentence])
  })

  it('takes the sentence before a picture’s credit for its caption, in one paragraph only', () => {
    const credit = '(Photo by Kari Moen/Norwire)'
    expect(quoted(`Boats lie on a street in Vik. ${credit}\n\n${NEWS['en']}`, 'en')).toEqual([NEWS['en']])
    expect(quoted(`${NEWS['en']}\n\n${credit}`, 'en')).toEqual([NEWS['en']])
  })

  it('quotes no sentence with characters that cannot be read', () => {
    expect(quoted(`The mayor\ufffds boats came late to the old town. ${NEWS['en']}`, 'en')).toEqual([
      NEWS['en'],
    ])
    expect(quoted(`The mayorâ€™s boats came late to the old town. ${NEWS['en']}`, 'en')).toEqual([NEWS['en']])
  })

  it('takes what stands within a quotation of several sentences for a part that has lost its speaker', () => {
    const said = '"The dam was old. No dam should be so old. Nobody looked," the engineer Kari Moen said.'
    expect(readPassages(0, `${said} The school of Vik is closed.`, 'en').map(({ torn }) => torn)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('quotes no half of a sentence because it stands between marks of quotation', () => {
    const half = "'stop building houses below the dam and instead listen to those who built it.'"
    expect(quoted(`${half} ${NEWS['en']}`, 'en')).toEqual([NEWS['en']])
  })

  it('takes what a feed cuts behind an abbreviation for cut', () => {
    const cut = 'Engineers had inspected the dam above Vik on Dec. […]'
    const whole = 'Engineers had inspected the dam above Vik in December. […]'
    expect(readPassages(0, cut, 'en').map(({ torn, complete }) => [torn, complete])).toEqual([[true, false]])
    expect(readPassages(0, whole, 'en').map(({ torn, complete }) => [torn, complete])).toEqual([
      [false, true],
    ])
  })

  it.each(['Friday', 'October'])('takes no border before the name of a day or month: %s', (time) => {
    const said =
      'Four people were killed in the crash ' +
      time +
      ' of a ferry that had left the harbour of Vik with nine hundred bags of flour, two horses and the brother of the mayor of Bergen on board.'
    expect(readPassages(0, said, 'en')[0]?.torn).toBe(false)
  })

  it('quotes no day with its hour and no number by itself', () => {
    expect(quoted('10 ноября 2018 09:48. Суд закрыл порт Вик.', 'ru')).toEqual(['Суд закрыл порт Вик.'])
    expect(quoted('4 May 2026, 09:48. Two dead, 14 hurt.', 'en')).toEqual(['Two dead, 14 hurt.'])
    expect(quoted('ヴィクの港が閉鎖された。', 'ja')).toEqual(['ヴィクの港が閉鎖された。'])
  })

  it('takes several headlines in one line for no sentence', () => {
    const line = 'Dam above Vik bursts; Ferry sails again after a week; Minister flies to Vik.'
    expect(readPassages(0, line, 'en')[0]?.torn).toBe(true)
    expect(
      readPassages(0, 'The dam burst; the mayor, who had warned of it; said nothing.', 'en')[0]?.torn,
    ).toBe(false)
  })

  it.each([
    ['The dam was built near the border of Vik, Norway, on April 15, 1932.', true],
    ['The flood was the first of the year and the third at .', false],
  ])('knows a sentence that is whole: %s', (sentence, whole) => {
    expect(readPassages(0, sentence, 'en')[0]?.complete).toBe(whole)
  })

  it('cuts a dateline also behind a teaser', () => {
    expect(quoted(`Neun Straßen sind überflutet. Wien – ${NEWS['de']}`, 'de')).toEqual([
      'Neun Straßen sind überflutet.',
      NEWS['de'],
    ])
  })

  it('parts a rubric from the sentence that it ran into', () => {
    expect(quoted('Енергетика Раніше суд у місті Вік зупинив роботи на греблі.', 'uk')).toEqual([
      'Раніше суд у місті Вік зупинив роботи на греблі.',
    ])
  })

  it('hears that a Persian sentence leans on another though it is typed with Arabic letters', () => {
    expect(readPassages(0, 'وي افزود: سد بالاي شهر ويك ديروز شكست.', 'fa')[0]?.dangling).toBe(true)
  })
})
