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

  it.each([
    [
      'en',
      'When a bus overturned near Vik, 12 people were killed and 30 others injured.',
      '30 people were injured near Vik, and 12 killed.',
      '30 people were killed near Vik and 12 others injured.',
    ],
    [
      'fr',
      'Un bus s’est renversé près de Vik : 12 morts, 30 blessés.',
      'Un bus s’est renversé près de Vik : 30 blessés, 12 morts.',
      'Un bus s’est renversé près de Vik : 30 morts, 12 blessés.',
    ],
    [
      'es',
      'Un autobús volcó cerca de Vik, con 12 muertos y 30 heridos.',
      'Un autobús volcó cerca de Vik, con 30 heridos y 12 muertos.',
      'Un autobús volcó cerca de Vik, con 30 muertos y 12 heridos.',
    ],
    [
      'de',
      'Bei dem Unfall nahe Vik starben 12 Menschen und 30 wurden verletzt.',
      '30 wurden bei dem Unfall nahe Vik verletzt und 12 Menschen starben.',
      'Bei dem Unfall nahe Vik starben 30 Menschen und 12 wurden verletzt.',
    ],
    [
      'ru',
      'В аварии автобуса у Вика погибли 12 человек, ранены 30.',
      'В аварии автобуса у Вика ранены 30, погибли 12 человек.',
      'В аварии автобуса у Вика погибли 30 человек, ранены 12.',
    ],
    [
      'uk',
      'В аварії автобуса біля Віка загинули 12 людей, поранені 30.',
      'В аварії автобуса біля Віка поранені 30, загинули 12 людей.',
      'В аварії автобуса біля Віка загинули 30 людей, поранені 12.',
    ],
    [
      'tr',
      'Vik yakınlarında otobüs devrildi, 12 kişi öldü, 30 kişi yaralandı.',
      'Vik yakınlarında otobüs devrildi, 30 kişi yaralandı, 12 kişi öldü.',
      'Vik yakınlarında otobüs devrildi, 30 kişi öldü, 12 kişi yaralandı.',
    ],
    [
      'ar',
      'قتل 12 شخصا وأصيب 30 آخرون في انقلاب حافلة.',
      'أصيب 30 وقتل 12 في انقلاب حافلة.',
      'قتل 30 شخصا وأصيب 12 آخرون في انقلاب حافلة.',
    ],
    [
      'fa',
      'در واژگونی اتوبوس ۱۲ نفر کشته و ۳۰ نفر زخمی شدند.',
      'در واژگونی اتوبوس ۳۰ نفر زخمی و ۱۲ نفر کشته شدند.',
      'در واژگونی اتوبوس ۳۰ نفر کشته و ۱۲ نفر زخمی شدند.',
    ],
  ])('%s: finds two numbers that changed places', (language, source, held, wrong) => {
    expect(problemsOf(held, source, language)).toEqual([])
    expect(problemsOf(wrong, source, language).join()).toMatch(/the cited text has .*, not/)
  })

  it('takes a number that a text has twice for no other', () => {
    const source = 'The talks last 21 of 30 days and the strike ended after 21 nights.'
    expect(problemsOf(source, source, 'en')).toEqual([])
  })

  const CRASH = 'Near Vik 12 people were killed and 30 injured in a bus. The fare rose from 5 to 7 kroner.'

  it.each([
    ['30 people were killed near Vik.', 'has 12, not 30'],
    ['The fare rose from 7 to 5 kroner.', 'has 5, not 7'],
  ])('finds a number in the clause of the other: %s', (wrong, problem) => {
    expect(problemsOf(wrong, CRASH, 'en').join()).toContain(problem)
  })

  it.each([
    ['30 people were hurt near Vik.'],
    ['30 people in a bus were injured near Vik.'],
    ['From 5 kroner the fare rose to 7 kroner.'],
  ])('lets a number stand in other words: %s', (held) => {
    expect(problemsOf(held, CRASH, 'en')).toEqual([])
  })
})
