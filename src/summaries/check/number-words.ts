import tables from './number-words.json' with { type: 'json' }

/** How a language writes numbers in words. */
export interface NumberWords {
  /** What each word is worth; of "hundred", "million" also when they stand alone. */
  readonly words: ReadonlyMap<string, Meant>
  readonly short: ReadonlyMap<string, number>
  /** "and". */
  readonly and: string
  readonly articles: ReadonlySet<string>
  /** Between the ends of a range: "to", "or". */
  readonly to: ReadonlySet<string>
}

export interface Scale {
  readonly value: number
  /** "million" alone is one million, "millions" are many. */
  readonly bare: 'never' | 'article' | 'always'
}

interface NumberTable {
  readonly words: Readonly<Record<string, string>>
  readonly scales: Readonly<Record<string, string>>
  readonly scalesMany: Readonly<Record<string, string>>
  readonly short: Readonly<Record<string, string>>
  readonly bare: string
  readonly and: string
  readonly article: string
  readonly to: string
}
const TABLES: ReadonlyMap<string, NumberTable> = new Map(Object.entries(tables))

/** Those of `number-words.json`; languages without a table have none. */
export function wordsOf(language: string): NumberWords | undefined {
  const before = read.get(language)
  const table = TABLES.get(language)
  if (before !== undefined || table === undefined) return before
  const bare = list(table.bare)
  const words: NumberWords = {
    words: new Map([
      ...entries(table.words).map(([word, value]): [string, Meant] => [word, { value }]),
      ...entries(table.scalesMany).map(([word, value]): [string, Meant] => [
        word,
        { value, scale: { value, bare: 'never' } },
      ]),
      ...entries(table.scales).map(([word, value]): [string, Meant] => [
        word,
        {
          value,
          scale: { value, bare: bare.includes('all') || bare.includes(String(value)) ? 'always' : 'article' },
        },
      ]),
    ]),
    short: new Map(entries(table.short)),
    and: table.and,
    articles: new Set(list(table.article)),
    to: new Set(list(table.to)),
  }
  read.set(language, words)
  return words
}

const read = new Map<string, NumberWords>()

const list = (words: string): string[] => words.split(' ').filter((word) => word !== '')

const entries = (part: Readonly<Record<string, string>>): [string, number][] =>
  Object.entries(part).flatMap(([value, words]) =>
    list(words).map((word): [string, number] => [word, Number(value)]),
  )

export interface Meant {
  readonly value: number
  readonly scale?: Scale
}

/** What a word in small letters is worth as a part of a number. */
export function valueOf(written: string, words: NumberWords, language: string): Meant | undefined {
  const meant = words.words.get(written)
  if (meant !== undefined) return meant
  switch (language) {
    case 'ar':
      return /^(?:[وبلف]|[\p{L}]{2,}\p{M})/u.test(written)
        ? (words.words.get(written.replace(/\p{M}/gu, '')) ??
            words.words.get(written.replace(/\p{M}/gu, '').replace(/^[وبلف](?=\p{L}{2})/u, '')))
        : undefined
    case 'de':
      return /tausend|hundert|und/u.test(written) ? germanValue(written, words) : undefined
    case 'uk':
      return written.includes('ʼ') ? words.words.get(written.replaceAll('ʼ', "'")) : undefined
    case 'fa':
      return /[\u200cيك]/u.test(written)
        ? persianValue(written.replaceAll('ي', 'ی').replaceAll('ك', 'ک'), words)
        : undefined
    default:
      return undefined
  }
}

/** "dreiundzwanzig", "zweihundertfünfzig", "fünftausend": thousands, hundreds, ones and tens in one word. */
const GERMAN =
  /^(?:(\p{L}{0,30}?)(tausend))?(?:und)?(?:(\p{L}{0,9}?)(hundert))?(?:und)?(?:(\p{L}{3,6})und)?(\p{L}{0,9})$/u

function germanValue(word: string, words: NumberWords): Meant | undefined {
  const [, thousands, thousand, hundreds, hundred, ones, rest = ''] = GERMAN.exec(word) ?? []
  const part = (written: string | undefined, none: number): number =>
    written === undefined || written === '' ? none : (words.words.get(written)?.value ?? NaN)
  const many = thousands ? part(thousands, 1) || germanValue(thousands, words)?.value : 1
  const value =
    (thousand === undefined ? 0 : (many ?? NaN) * 1000) +
    (hundred === undefined ? 0 : part(hundreds, 1) * 100) +
    part(ones, 0) +
    part(rest, 0)
  return value > 0 ? { value } : undefined
}

/** "بیست‌وپنج", "پنج‌هزار": joined without a space. */
function persianValue(word: string, words: NumberWords): Meant | undefined {
  let value = 0
  for (const written of word.split('\u200c')) {
    const part = words.words.get(written) ?? words.words.get(written.replace(/^و/u, ''))
    if (part === undefined && written !== 'و') return undefined
    if (part === undefined) continue
    value = part.scale ? Math.max(1, value) * part.value : value + part.value
  }
  return { value }
}
