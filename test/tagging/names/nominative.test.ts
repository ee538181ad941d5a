import { expect, it } from 'vitest'
import { readText } from '../../../src/language/read-text.ts'
import { nominativeOf } from '../../../src/tagging/names/nominative.ts'

const inText = (language: string, before: string, name: string): string => {
  const words = readText(`${before} ${name}`)
  const first = readText(before).folded.length
  return nominativeOf(words, { first, last: words.folded.length - 1 }, language) ?? name
}

it.each([
  ['ru', 'Дункана Смита', 'Дункан Смит'],
  ['ru', 'Дугласом Линдой', 'Дуглас Линда'],
  ['ru', 'Хафизу Саиду', 'Хафиз Саид'],
  ['ru', 'Сергея Скрипаля', 'Сергей Скрипаль'],
  ['ru', 'Марию Лебедеву', 'Мария Лебедева'],
  ['ru', 'Мария Лебедева', 'Мария Лебедева'],
  ['ru', 'Рустама Лебедева', 'Рустам Лебедев'],
  ['ru', 'Терезы Мэй', 'Тереза Мэй'],
  ['ru', 'Татьяной Александровной', 'Татьяна Александровна'],
  ['ru', 'Александра Николаевна', 'Александра Николаевна'],
  ['ru', 'Жан-Клодом Юнкером', 'Жан-Клод Юнкер'],
  ['ru', 'Барак Обама', 'Барак Обама'],
  ['ru', 'Николя Саркози', 'Николя Саркози'],
  ['uk', 'Петром Гнатенком', 'Петро Гнатенко'],
  ['uk', 'Віталія Гначка', 'Віталій Гначко'],
  ['uk', 'Ігоря Гнатаря', 'Ігор Гнатар'],
  ['uk', 'Дмитра Гнатінця', 'Дмитро Гнатінець'],
  ['uk', 'Ольги Гнатішиної', 'Ольга Гнатішина'],
  ['uk', 'Володимиру Лісовському', 'Володимир Лісовський'],
  ['pl', 'Donaldem Tuskiem', 'Donald Tusk'],
  ['pl', 'Anny Zalewskiej', 'Anna Zalewska'],
  ['pl', 'Anna Zalewska', 'Anna Zalewska'],
  ['pl', 'Claudię Lindt', 'Claudia Lindt'],
  ['pl', 'Natalie Lindt', 'Natalie Lindt'],
  ['pl', 'Agnieszką Zarębą', 'Agnieszka Zaręba'],
  ['pl', 'Olega Marczenkę', 'Oleg Marczenko'],
  ['pl', 'Joanna Mucha', 'Joanna Mucha'],
  ['pl', 'Aleksandrem Marczukiem', 'Aleksander Marczuk'],
  ['ru', 'Элина Лебедева', 'Элина Лебедева'],
  ['en', 'Boris Johnson', 'Boris Johnson'],
])('%s: all words of %s stand in one case: %s', (language, name, expected) => {
  expect(inText(language, '—', name)).toBe(expected)
})

it('believes a form that the text writes elsewhere', () => {
  expect(inText('ru', 'Хайко Корбин был там. Говорили о', 'Хайко Корбина')).toBe('Хайко Корбин')
})

it('knows a woman by a form elsewhere that no man has', () => {
  expect(inText('ru', 'Фильм Рагины Гнатуллаевой вышел. Его сняла', 'Рагина Гнатуллаева')).toBe(
    'Рагина Гнатуллаева',
  )
})
