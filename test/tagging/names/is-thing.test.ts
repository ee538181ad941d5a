import { expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger()
const people = (language: string, text: string): string[] =>
  tagger.tag({ title: '', text, language }).people.map(({ name }) => name)

it.each([
  [
    'a club of a town',
    'en',
    'The town will meet the Dallas Gliders on Friday, and nobody expects that they will win.',
    [],
  ],
  [
    'a neighborhood',
    'en',
    'The pastor lived in the Jackson Holloway neighborhood, where few people knew him.',
    [],
  ],
  [
    'somebody who is named behind a comma',
    'en',
    'In the village, Martin Oakfield is known to all.',
    ['Martin Oakfield'],
  ],
  ['a firm in marks of quotation', 'ru', 'Договор подписали «Мелл Эксплорейшн энд Продакшн» и банк.', []],
  ['a street by the word before it', 'fa', 'نمایش در بلوار علیرضا کرامتی برگزار شد.', []],
  [
    'the head of a firm, in the letters of another language',
    'fa',
    'به گفته‌های مدیرعامل شرکت John Bruce، ایده این است که کتابخانه باز شود.',
    ['John Bruce'],
  ],
  ['a film', 'en', 'The film “Anna Holbrook” opens on Friday.', []],
  ['a film, with the word behind it', 'tr', 'Yeni “Ayşe Holbrook” filmi cuma günü gösterime girdi.', []],
  [
    'somebody in marks of quotation',
    'fa',
    '«سارا احمدی» رئیس انجمن در گفت‌وگو با خبرنگار گفت: کتابخانه بسته است.',
    ['سارا احمدی'],
  ],
  ['a storm', 'en', 'Storm Brenda closes schools in the north until Friday.', []],
  ['a firm by what it makes', 'en', 'Drugmaker Nora Holbrook said the prescription will be sold here.', []],
  ['a street', 'en', 'The address of the gallery is 8, Fourth Alley, Sanai St., Karim Khan Ave.', []],
  [
    'a village',
    'ru',
    'Анна Лебедева из деревни Иттан Вали, штат Пенджаб, была арестована.',
    ['Анна Лебедева'],
  ],
  [
    'a verse with its vowels',
    'fa',
    'به گزارش خبرنگاران، او گفت: وَ لَتَسْمَعُنَّ مِنَ الَّذِینَ أُوتُوا الْکِتابَ مِنْ قَبْلِکُمْ.',
    [],
  ],
])('%s', (_, language, text, expected) => {
  expect(people(language, text)).toEqual(expected)
})
