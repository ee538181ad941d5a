import { describe, expect, it } from 'vitest'
import { checkSentences } from '../../../src/summaries/check-sentence.ts'

const problemsOf = (text: string, source: string, language: string): readonly string[] =>
  checkSentences({ sources: [{ id: 'a', text: source }], sentences: [{ text, cites: ['a'] }], language })[0]
    ?.problems ?? []

describe('checkNumbers', () => {
  it.each([
    ['en', 'Norkraft lost 5 million kroner in May.', 'Norkraft lost 5 billion kroner in May.'],
    ['en', 'Norkraft lost $5m in May.', 'Norkraft lost $5bn in May.'],
    ['fr', 'Norkraft a perdu 5 millions de couronnes.', 'Norkraft a perdu 5 milliards de couronnes.'],
    ['es', 'Norkraft perdió 5 millones de coronas.', 'Norkraft perdió 5.000 millones de coronas.'],
    ['de', 'Norkraft verlor 5 Mio. Kronen.', 'Norkraft verlor 5 Mrd. Kronen.'],
    ['ru', 'Норкрафт потерял 5 млн крон.', 'Норкрафт потерял 5 млрд крон.'],
    ['uk', 'Норкрафт втратив 5 млн крон.', 'Норкрафт втратив 5 млрд крон.'],
    ['tr', 'Norkraft 5 milyon kron kaybetti.', 'Norkraft 5 milyar kron kaybetti.'],
    ['ar', 'خسرت نوركرافت 5 ملايين كرونة في مايو.', 'خسرت نوركرافت 5 مليارات كرونة في مايو.'],
    ['fa', 'نورکرافت ۵ میلیون کرون زیان کرد.', 'نورکرافت ۵ میلیارد کرون زیان کرد.'],
  ])('%s: holds millions and billions apart', (language, source, wrong) => {
    expect(problemsOf(source, source, language)).toEqual([])
    expect(problemsOf(wrong, source, language).join()).toMatch(/the number .* is not in the cited text/)
  })

  it.each([
    ['en', 'Norkraft lost 5 million kroner in May.', 'Norkraft lost 5,000,000 kroner in May.'],
    ['en', 'Norkraft lost 5,312,447 kroner in May.', 'Norkraft lost 5.3 million kroner in May.'],
    ['en', 'Norkraft wants 5 to 7 million kroner.', 'Norkraft wants 5 million to 7 million kroner.'],
    ['en', 'Norkraft wants 5 million to 7 million kroner.', 'Norkraft wants 5 to 7 million kroner.'],
    ['de', 'Norkraft verlor 1,5 Millionen Kronen.', 'Norkraft verlor 1,5 Mio. Kronen.'],
    ['ru', 'Норкрафт потерял пять миллионов крон.', 'Норкрафт потерял 5 млн крон.'],
    [
      'ru',
      'За зиму Норкрафт потерял в Вике 104 лодки. Мэр Вика просит помощи. Люди ждут весны.',
      'За зиму Норкрафт потерял более 100 лодок.',
    ],
    ['uk', 'Норкрафт втратив 1,2 мільярда крон.', 'Норкрафт втратив 1,2 млрд крон.'],
    ['tr', 'Norkraft 2 milyon kron kaybetti.', 'Norkraft iki milyon kron kaybetti.'],
    ['ar', 'خسرت نوركرافت مليوني كرونة في مايو.', 'خسرت نوركرافت 2 مليون كرونة في مايو.'],
  ])('%s: knows the same amount in other words: %s', (language, source, held) => {
    expect(problemsOf(held, source, language)).toEqual([])
  })

  it.each([
    ['en', 'The flood killed 17 people in Vik.', 'seventeen people', 'fourteen people'],
    ['fr', 'La crue a tué 17 habitants de Vik.', 'dix-sept habitants', 'quatorze habitants'],
    ['es', 'La riada mató a 35 vecinos de Vik.', 'treinta y cinco vecinos', 'treinta y seis vecinos'],
    ['de', 'Die Flut tötete 23 Bewohner von Vik.', 'dreiundzwanzig Bewohner', 'zweiunddreißig Bewohner'],
    ['ru', 'Наводнение унесло жизни 15 жителей Вика.', 'пятнадцати жителей', 'пятидесяти жителей'],
    ['uk', 'Повінь забрала життя 15 жителів Віка.', 'пʼятнадцяти жителів', 'пʼятдесяти жителів'],
    ['tr', 'Vik kentinde sel 13 kişiyi öldürdü.', 'on üç kişiyi', 'on dört kişiyi'],
    ['ar', 'قتل الفيضان 25 شخصا في فيك.', 'خمسة وعشرين شخصا', 'خمسة وثلاثين شخصا'],
    ['fa', 'سیل در ویک جان ۱۸ نفر را گرفت.', 'هجده نفر', 'هشتاد نفر'],
  ])('%s: reads spelled numbers', (language, source, same, other) => {
    const told = (words: string): string => source.replace(/[\d۰-۹]+ \S+/u, words)
    expect(problemsOf(told(same), source, language)).toEqual([])
    expect(problemsOf(source, told(same), language)).toEqual([])
    expect(problemsOf(told(other), source, language).join()).toContain('is not in the cited text')
  })
})
