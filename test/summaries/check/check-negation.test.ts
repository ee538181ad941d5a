import { describe, expect, it } from 'vitest'
import { readWords } from '../../../src/summaries/check/read-words.ts'
import { checkSentences } from '../../../src/summaries/check-sentence.ts'

const problemsOf = (text: string, source: string, language: string): readonly string[] =>
  checkSentences({ sources: [{ id: 'a', text: source }], sentences: [{ text, cites: ['a'] }], language })[0]
    ?.problems ?? []

describe('checkNegation', () => {
  it.each([
    [
      'en',
      'Mayor Kari Moen denied taking bribes from Norkraft. The trial in Oslo begins on Monday.',
      'Kari Moen denied taking bribes.',
      'Kari Moen took bribes from Norkraft.',
    ],
    [
      'en',
      'Minister Petra Lund refused to sign the deal on fish. The talks in Oslo go on.',
      'Petra Lund did not sign the deal on fish.',
      'Petra Lund signed the deal on fish.',
    ],
    [
      'en',
      'Norkraft failed to publish the report. The talks in Oslo go on.',
      'Norkraft has not published the report.',
      'Norkraft published the report.',
    ],
    [
      'fr',
      'La maire Kari Moen a nié avoir reçu des pots-de-vin de Norkraft. Le procès commence lundi.',
      'Kari Moen n’a pas reçu de pots-de-vin de Norkraft.',
      'Kari Moen a reçu des pots-de-vin de Norkraft.',
    ],
    [
      'fr',
      'Petra Lund a refusé de signer l’accord sur la pêche. Les discussions continuent.',
      'Petra Lund n’a pas signé l’accord sur la pêche.',
      'Petra Lund a signé l’accord sur la pêche.',
    ],
    [
      'fr',
      'Norkraft n’a pas publié le rapport. Les discussions continuent.',
      'Norkraft n’a pas publié le rapport.',
      'Norkraft a publié le rapport.',
    ],
    [
      'es',
      'La alcaldesa Kari Moen negó haber recibido sobornos de Norkraft. El juicio empieza el lunes.',
      'Kari Moen no ha recibido sobornos de Norkraft.',
      'Kari Moen recibió sobornos de Norkraft.',
    ],
    [
      'es',
      'Petra Lund se negó a firmar el acuerdo de pesca. Las conversaciones siguen.',
      'Petra Lund no firmó el acuerdo de pesca.',
      'Petra Lund firmó el acuerdo de pesca.',
    ],
    [
      'de',
      'Bürgermeisterin Kari Moen bestritt, Geld von Norkraft genommen zu haben. Der Prozess beginnt am Montag.',
      'Kari Moen hat kein Geld von Norkraft genommen.',
      'Kari Moen hat Geld von Norkraft genommen.',
    ],
    [
      'de',
      'Petra Lund weigerte sich, das Abkommen zu unterschreiben. Die Gespräche gehen weiter.',
      'Petra Lund unterschrieb das Abkommen nicht.',
      'Petra Lund unterschrieb das Abkommen.',
    ],
    [
      'de',
      'Norkraft veröffentlichte den Bericht nicht. Die Gespräche gehen weiter.',
      'Norkraft hat den Bericht nicht veröffentlicht.',
      'Norkraft veröffentlichte den Bericht.',
    ],
    [
      'ru',
      'Мэр Кари Муэн отрицает, что брала взятки у Норкрафта. Суд начнется в понедельник.',
      'Кари Муэн не брала взятки у Норкрафта.',
      'Кари Муэн брала взятки у Норкрафта.',
    ],
    [
      'ru',
      'Петра Лунд отказалась подписать соглашение о рыбе. Переговоры в Осло идут.',
      'Петра Лунд не подписала соглашение о рыбе.',
      'Петра Лунд подписала соглашение о рыбе.',
    ],
    [
      'uk',
      'Мерка Карі Муен заперечує, що брала хабарі у Норкрафта. Суд почнеться в понеділок.',
      'Карі Муен не брала хабарі у Норкрафта.',
      'Карі Муен брала хабарі у Норкрафта.',
    ],
    [
      'uk',
      'Петра Лунд відмовилася підписати угоду про рибу. Переговори в Осло тривають.',
      'Петра Лунд не підписала угоду про рибу.',
      'Петра Лунд підписала угоду про рибу.',
    ],
    [
      'tr',
      'Belediye Başkanı Kari Moen rüşvet aldığını reddetti. Dava pazartesi Oslo’da başlıyor.',
      'Kari Moen rüşvet almadı.',
      'Kari Moen rüşvet aldı.',
    ],
    [
      'tr',
      'Bakan Petra Lund balık anlaşmasını imzalamadı. Görüşmeler Oslo’da sürüyor.',
      'Petra Lund balık anlaşmasını imzalamadı.',
      'Petra Lund balık anlaşmasını imzaladı.',
    ],
    [
      'tr',
      'Bakan Petra Lund balık anlaşmasını imzaladı. Görüşmeler Oslo’da sürüyor.',
      'Petra Lund balık anlaşmasını imzaladı.',
      'Petra Lund balık anlaşmasını imzalamadı.',
    ],
    [
      'ar',
      'نفى رئيس البلدية تلقي رشاوى من شركة الكهرباء. وتبدأ المحاكمة يوم الاثنين.',
      'نفى رئيس البلدية تلقي رشاوى.',
      'رئيس البلدية تلقى رشاوى من شركة الكهرباء.',
    ],
    [
      'ar',
      'لم يوقع الوزير اتفاق الصيد في أوسلو. وتستمر المحادثات.',
      'لم يوقع الوزير اتفاق الصيد.',
      'وقع الوزير اتفاق الصيد في أوسلو.',
    ],
    [
      'ar',
      'رفض الوزير توقيع اتفاق الصيد في أوسلو. وتستمر المحادثات.',
      'لم يوقع الوزير اتفاق الصيد.',
      'وقع الوزير اتفاق الصيد في أوسلو.',
    ],
    [
      'fa',
      'شهردار دریافت رشوه از شرکت برق را تکذیب کرد. دادگاه دوشنبه آغاز می‌شود.',
      'شهردار دریافت رشوه را تکذیب کرد.',
      'شهردار رشوه از شرکت برق دریافت کرد.',
    ],
    [
      'fa',
      'وزیر توافق ماهیگیری را در اسلو امضا نکرد. گفت‌وگوها ادامه دارد.',
      'وزیر توافق ماهیگیری را در اسلو امضا نکرد.',
      'وزیر توافق ماهیگیری را در اسلو امضا کرد.',
    ],
  ])('%s: holds what is denied apart from what is stated: %s', (language, source, held, wrong) => {
    expect(problemsOf(held, source, language)).toEqual([])
    expect(problemsOf(wrong, source, language).join()).toMatch(/the cited text (?:denies|does not deny) this/)
  })

  it.each([
    [
      'an accusation',
      'Mayor Kari Moen denied acts of fraud at Norkraft.',
      'Kari Moen was accused of fraud at Norkraft.',
    ],
    [
      'what somebody else states',
      'Norkraft paid bribes, Ola Berg said. Kari Moen denied taking bribes from Norkraft.',
      'Kari Moen took bribes from Norkraft.',
    ],
    [
      'the rest of the sentence',
      'Kari Moen, who denied taking bribes, met Petra Lund in Oslo.',
      'Kari Moen met Petra Lund in Oslo.',
    ],
    [
      'what somebody would rather do',
      'Petra Lund would rather fish in Oslo.',
      'Petra Lund will fish in Oslo.',
    ],
  ])('lets pass %s', (_, source, held) => {
    expect(problemsOf(held, source, 'en')).toEqual([])
  })

  it.each([
    ['en', 'The comedian Ola Berg promised immediate help in Vik.', 'The comedian promised immediate help.'],
    ['fr', 'Le pont de Vik ouvre en mai.', 'Le pont de Vik ouvre en mai.'],
    ['tr', 'Bakan Yılmaz anlaşmayı Oslo’da imzaladı.', 'Bakan Yılmaz anlaşmayı imzaladı.'],
  ])('%s: takes no other word for a denial: %s', (language, source, held) => {
    expect(problemsOf(held, source, language)).toEqual([])
    expect(readWords(held, language).filter(({ denies }) => denies)).toEqual([])
  })
})
