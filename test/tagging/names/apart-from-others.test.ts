import { describe, expect, it } from 'vitest'
import { createTagger } from '../../../src/tagging/create-tagger.ts'
import { makeWordMemory } from '../../../src/tagging/known-word.ts'
import { apartFromOthers } from '../../../src/tagging/names/apart-from-others.ts'
import { makeNameBook } from '../../../src/tagging/names/name-book.ts'
import { openPlaceBook } from '../../../src/tagging/places/place-book.ts'
import { readText } from '../../../src/language/read-text.ts'

const know = makeWordMemory({ places: openPlaceBook(), names: makeNameBook([]) })

/** What is left of the `name` in a text, in which it stands once. */
function apart(language: string, text: string, name: string): string[] {
  const words = readText(text)
  const wanted = readText(name).folded
  const first = words.folded.findIndex((_, at) => wanted.every((word, n) => words.folded[at + n] === word))
  const span = { first, last: first + wanted.length - 1, kind: 'person', chance: 0.9 } as const
  return apartFromOthers(words, know(words.folded, language), span, language).map((one) =>
    words.text.slice(words.start[one.first], words.end[one.last]),
  )
}

describe('a name is told apart', () => {
  it.each([
    [
      'ru',
      'Расставшаяся с Иваном Драйвеном Анна Оттер молчит.',
      'Иваном Драйвеном Анна Оттер',
      ['Иваном Драйвеном', 'Анна Оттер'],
    ],
    [
      'ru',
      'Вышло интервью Ивана Драйвена Анны Оттер.',
      'Ивана Драйвена Анны Оттер',
      ['Ивана Драйвена', 'Анны Оттер'],
    ],
    ['ru', 'Об этом сказал мэр Вологды Николай Драйвен.', 'Вологды Николай Драйвен', ['Николай Драйвен']],
    [
      'uk',
      'Гості з Чорнополя. Про це міський голова Чорнополі Олександр Маренко повідомив.',
      'Чорнополі Олександр Маренко',
      ['Олександр Маренко'],
    ],
    [
      'ru',
      'Суд отпустил библиотекаршу. Библиотекарша Анна Оттер дома.',
      'Библиотекарша Анна Оттер',
      ['Анна Оттер'],
    ],
    ['ru', 'Анна Оттер ушла. Дружбу с Анной Оттер Масла она отрицает.', 'Анной Оттер Масла', ['Анной Оттер']],
    [
      'en',
      'Sarah Driven is back. The new Sarah Driven Movie is out.',
      'Sarah Driven Movie',
      ['Sarah Driven'],
    ],
  ])('%s: %s', (language, text, name, expected) => {
    expect(apart(language, text, name)).toEqual(expected)
  })
})

describe('a name stays whole', () => {
  it.each([
    ['with a patronymic', 'ru', 'Пришла Анна Ивановна Оттер.', 'Анна Ивановна Оттер'],
    [
      'with a word before it that is a place elsewhere',
      'ru',
      'Лидер Осло Николай Драйвен.',
      'Осло Николай Драйвен',
    ],
    ['with syllables', 'ru', 'Министр Ри Иван Хо обвинил соседей.', 'Ри Иван Хо'],
    [
      'with a known family name at its end',
      'en',
      'Sarah Driven is back. She is Sarah Driven Smith.',
      'Sarah Driven Smith',
    ],
    [
      'with a known third name that begins like “and”',
      'ar',
      'زار سعيد محمد وليد هولبروك.',
      'سعيد محمد وليد هولبروك',
    ],
    ['with two first names', 'en', 'Mary Sarah Driven is back.', 'Mary Sarah Driven'],
  ])('%s', (_, language, text, name) => {
    expect(apart(language, text, name)).toEqual([name])
  })
})

it('tells two people of one run of capitalised words', () => {
  const text = 'Читайте также: Расставшаяся с Дмитрием Петровым Ирина Старцева заявила, что уедет из города.'
  const { people } = createTagger().tag({ title: '', text, language: 'ru' })
  expect(people.map(({ name }) => name)).toEqual(['Дмитрий Петров', 'Ирина Старцева'])
})
