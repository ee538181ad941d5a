import { wordEndings } from '../../language/parts.ts'
import { askWords } from '../../language/typed-words.ts'
import { foldTerm, type NameIndex } from '../name-index.ts'
import { PARTS } from '../reading/read-time.ts'
import { matchPhrase } from './lexicon.ts'
import type { Word } from './sentence.ts'
import { topicOf } from './topic-of.ts'

/**
 * Splits German compounds: names and topics before words for news and alerts ("Wirtschaftsnachrichten"), and
 * days before their parts ("Sonntagabend").
 */
export function splitCompounds(
  words: readonly Word[],
  language: string,
  nameIndex: NameIndex,
): readonly Word[] {
  const { terms } = nameIndex
  const joints = wordEndings.of(language)?.joints ?? []
  if (joints.length === 0) return words
  const { nouns, alerts } = nounsOf(language)
  return words.flatMap((word) => {
    if (word.kind !== 'word' || terms.has(word.key)) return [word]
    const day = dayAndPart(word, language)
    if (day !== null) return day
    for (const noun of nouns) {
      if (!word.key.endsWith(noun) || word.key.length - noun.length < SHORTEST_NAME) continue
      const begun = word.key.slice(0, -noun.length)
      const cuts = [
        begun,
        ...joints.filter((joint) => begun.endsWith(joint)).map((joint) => begun.slice(0, -joint.length)),
      ]
      // "Erdbebenwarnungen" (earthquake warnings): something within a topic.
      const isTopic = (key: string): boolean =>
        alerts.has(noun) &&
        topicOf({ ...word, key, typed: word.typed.slice(0, key.length) }, language, nameIndex) !== null
      const name = cuts.find((key) => terms.has(key)) ?? cuts.find(isTopic)
      if (name === undefined) continue
      const cut = word.end - noun.length
      return [
        { ...word, key: name, typed: word.typed.slice(0, name.length), end: cut, closes: false },
        { ...word, key: noun, typed: word.typed.slice(-noun.length), start: cut },
      ]
    }
    return [word]
  })
}

const SHORTEST_NAME = 4

/** Splits "Sonntagabend", "montagmorgens"; null for other words. */
function dayAndPart(word: Word, language: string): readonly Word[] | null {
  for (let at = SHORTEST_NAME; at <= word.key.length - SHORTEST_NAME; at++) {
    if (word.typed.length !== word.key.length) return null
    const cut = word.start + at
    const first = {
      ...word,
      key: word.key.slice(0, at),
      typed: word.typed.slice(0, at),
      end: cut,
      closes: false,
    }
    const second = { ...word, key: word.key.slice(at), typed: word.typed.slice(at), start: cut }
    const isDay = signsOf(first, language).some((sign) => sign.startsWith('weekday:'))
    if (isDay && signsOf(second, language).some((sign) => PARTS.some((part) => part === sign)))
      return [first, second]
  }
  return null
}

const signsOf = (word: Word, language: string): readonly string[] => [
  ...(matchPhrase([word], 0, language)?.signs ?? []),
]

function nounsOf(language: string): {
  readonly nouns: readonly string[]
  readonly alerts: ReadonlySet<string>
} {
  const { news = [], subscription = [], alerts = [] } = askWords.of(language)?.nouns ?? {}
  const nouns = new Set([...news, ...subscription, ...alerts].map(foldTerm))
  return {
    nouns: [...nouns].filter((noun) => /^\p{L}{3,}$/u.test(noun)),
    alerts: new Set(alerts.map(foldTerm)),
  }
}
