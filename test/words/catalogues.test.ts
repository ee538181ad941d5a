import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { SPOKEN, type Spoken } from '../../src/language/languages.ts'
import { CATALOGUES } from '../../src/words/catalogues.ts'
import examples from '../../src/language/examples.json' with { type: 'json' }
import { localeOf } from '../../src/words/locale.ts'

type Elements = ReturnType<IntlMessageFormat['getAst']>
type Element = Elements[number]

/** Type 0 is literal text. The parser exports its types as a const enum, which cannot be imported. */
function isLiteral(element: Element): boolean {
  const type: number = element.type
  return type === 0
}

/** Returns every element of a text, also inside plural forms. */
function elementsOf(elements: Elements): readonly Element[] {
  return elements.flatMap((element) => [
    element,
    ...('options' in element
      ? Object.values(element.options).flatMap((option) => elementsOf(option.value))
      : []),
  ])
}

const parse = (text: string, language: Spoken): readonly Element[] =>
  elementsOf(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst())

/** Returns the names of a text's arguments: `n#` if it is counted, `name` for any text. */
function argumentsOf(text: string, language: Spoken): readonly string[] {
  const names = parse(text, language).flatMap((element) => {
    if ('pluralType' in element || 'style' in element) return [`${element.value}#`]
    return 'value' in element && !isLiteral(element) ? [element.value] : []
  })
  return [...new Set(names)].sort()
}

/** Returns what a reader sees of a text whatever its values are. */
const shown = (text: string, language: Spoken): string =>
  parse(text, language)
    .map((element) => (isLiteral(element) && 'value' in element ? element.value : ''))
    .join('…')

const textsOf = (language: Spoken): readonly (readonly [string, string])[] =>
  Object.entries(CATALOGUES[language])

/** Joiners in Persian, no-break spaces in French, direction marks around what is typed from left to right. */
const NEEDED: Readonly<Partial<Record<Spoken, RegExp>>> = {
  ar: /\u200e/gu,
  fa: /[\u200c\u200e]/gu,
  fr: /\u00a0/gu,
}

const { en } = CATALOGUES

const others = SPOKEN.filter((language) => language !== 'en')

describe('the examples', () => {
  const shown: Readonly<Record<string, Readonly<Record<string, string | number>>>> = examples

  it('give each text what it wants, numbers where it counts: the compiler holds whoever says a text to them', () => {
    const given = Object.entries(en).map(([key]) => [
      key,
      Object.entries(shown[key] ?? {})
        .map(([name, value]) => (typeof value === 'number' ? `${name}#` : name))
        .sort(),
    ])
    expect(given).toEqual(Object.entries(en).map(([key, text]) => [key, argumentsOf(text, 'en')]))
  })

  it('are of texts that there are', () => {
    expect(Object.keys(shown).filter((key) => !(key in en))).toEqual([])
  })
})

describe.each(others)('the catalogue in %s', (language) => {
  const texts = new Map(textsOf(language))

  it('has every key and no other, in the order of the English ones', () => {
    expect([...texts.keys()]).toEqual(Object.keys(en))
  })

  it('wants the same values as English, and counts the same ones', () => {
    const wanted = Object.entries(en).map(([key, text]) => [key, argumentsOf(text, 'en')])
    const given = Object.entries(en).map(([key, text]) => [
      key,
      argumentsOf(texts.get(key) ?? text, language),
    ])
    expect(given).toEqual(wanted)
  })

  it('leaves no sentence in English', () => {
    const same = Object.entries(en).filter(
      ([key, text]) =>
        /\p{L}{2} \p{L}{2}/u.test(shown(text, 'en')) &&
        shown(texts.get(key) ?? text, language) === shown(text, 'en'),
    )
    expect(same.map(([key]) => key)).toEqual([])
  })
})

describe.each(SPOKEN)('the texts in %s', (language) => {
  const texts = textsOf(language)

  it('have every plural form of the language', () => {
    const forms = new Intl.PluralRules(localeOf(language).tag).resolvedOptions().pluralCategories
    const missing = texts.flatMap(([key, text]) =>
      parse(text, language).flatMap((element) =>
        'pluralType' in element
          ? forms.filter((form) => !(form in element.options)).map((form) => `${key}: ${form}`)
          : [],
      ),
    )
    expect(missing).toEqual([])
  })

  it('say all of themselves for any number', () => {
    const numbers = [0, 1, 2, 3, 11, 100, 1_000_000]
    const said = texts.flatMap(([key, text]) =>
      numbers.map((number) => {
        const names = argumentsOf(text, language)
        const values = names.map((name) => [name.replace('#', ''), name.endsWith('#') ? number : 'value'])
        const { tag } = localeOf(language)
        const format = new IntlMessageFormat(text, tag, undefined, { ignoreTag: true })
        return `${key}: ${String(format.format(Object.fromEntries(values)))}`
      }),
    )
    expect(said.filter((line) => /[{}#]|undefined|: $/u.test(line))).toEqual([])
  })

  it('choose by number only: a text for each case has a key of its own', () => {
    const chosen = texts.filter(([, text]) =>
      parse(text, language).some((element) => 'options' in element && !('pluralType' in element)),
    )
    expect(chosen).toEqual([])
  })

  it('use no straight quotes: MessageFormat takes the apostrophe for its own', () => {
    expect(texts.filter(([, text]) => /['"]/u.test(text))).toEqual([])
  })

  it('hold no invisible characters but those its writing needs', () => {
    const needed = NEEDED[language] ?? /(?!)/gu
    expect(texts.filter(([, text]) => /[^\P{C}]|[\u00a0\u202f]/u.test(text.replaceAll(needed, '')))).toEqual(
      [],
    )
  })
})

it.each(SPOKEN)('describes commands and options in %s as short as Discord wants it', (language) => {
  const described = textsOf(language).filter(([key]) => /^(?:command|option)\./u.test(key))
  expect(described.filter(([, text]) => text.length > 100)).toEqual([])
})

it('sets French colons, semicolons and quotes with no-break spaces', () => {
  expect(textsOf('fr').filter(([, text]) => /[^\u00a0] ?[;!?»]| :|« |«[^\u00a0]/u.test(text))).toEqual([])
})
