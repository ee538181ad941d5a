import { expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger({
  names: [
    { kind: 'person', name: 'Ali Parsakhani', aliases: ['علی پارساخانه‌ای', 'پارساخانه‌ای'] },
    { kind: 'person', name: 'Omar bin Jasri', aliases: ['عمر بن جسري', 'بن جسري'] },
    { kind: 'person', name: 'Andrei Lysenko', aliases: ['Андрій Лисенко', 'Лисенко'] },
    { kind: 'person', name: 'Donald Oakfield', aliases: ['Oakfield', 'Donald al-Oakfield', 'al-Oakfield'] },
  ],
})
const people = (language: string, text: string): string[] =>
  tagger.tag({ title: '', text, language }).people.map(({ name }) => name)

it.each([
  [
    'an unknown first name that is repeated is somebody else',
    'fa',
    'در پیام مژدبا پارساخانه‌ای آمده است. مژدبا پارساخانه‌ای گفت که پارساخانه‌ای می‌آید.',
    ['مژدبا پارساخانه‌ای'],
  ],
  [
    'an unknown word that is not repeated is nobody',
    'fa',
    'در پیام مژدبا پارساخانه‌ای آمده است که کتابخانه بسته است.',
    ['Ali Parsakhani'],
  ],
  [
    'who is named by the family name first is meant',
    'fa',
    'پارساخانه‌ای آمد. پیام مژدبا پارساخانه‌ای رسید. مژدبا پارساخانه‌ای گفت.',
    ['Ali Parsakhani'],
  ],
  [
    'an ordinary word before the name is no first name',
    'fa',
    'دولت پارساخانه‌ای آمد و دولت پارساخانه‌ای رفت.',
    ['Ali Parsakhani'],
  ],
  [
    'a family name with an article is somebody else’s too',
    'en',
    'The bridge was opened by Maher al-Oakfield, and the mayor thanked him for the work.',
    ['Maher al-Oakfield'],
  ],
  [
    'who is another man’s son is somebody else',
    'ar',
    'أجرى نائب وزير الدفاع الأمير خالد بن جسري، مباحثات مع الوزير.',
    ['خالد بن جسري'],
  ],
  [
    'in Ukrainian a family name alone is the bearer’s whom the text has named before',
    'uk',
    'Про це сказав заступник голови Олександр Лисенко. Лисенко пояснив, що газ подешевшає.',
    ['Олександр Лисенко'],
  ],
  [
    'and the listed one’s if the text names that one too',
    'uk',
    'Прийшли Олександр Лисенко і Андрій Лисенко. Лисенко пояснив, що газ подешевшає.',
    ['Andrei Lysenko', 'Олександр Лисенко'],
  ],
])('%s', (_, language, text, expected) => {
  expect(people(language, text)).toEqual(expected)
})
