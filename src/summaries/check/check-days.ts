import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { type Day, dayOf } from './days.ts'
import { presence } from './find-evidence.ts'

/** Every weekday and month must be in the cited text, and stand there with what it stands with here. Where they have capitals, `checkNames` looks for them. */
export function checkDays(claim: Claim, cited: CitedText): readonly string[] {
  const told = claim.words.flatMap((word) => {
    const day = dayOf(word, claim.words, cited.language)
    return day === undefined ? [] : [{ word, day }]
  })
  if (told.length === 0) return []
  const days = daysIn(cited)
  const rest = claim.content.filter((word) => told.every((other) => other.word !== word))
  return told.flatMap(({ word, day }) => {
    const isKnown = days.some((here) => here.some(({ id }) => id === day.id))
    if (!isKnown && isMissing(day, word.capital, days)) return [`"${word.text}" is not in the cited text`]
    if (!isKnown || rest.length < ENOUGH) return []
    const same = days.filter((_, i) => rest.every((other) => presence(other, cited)[i]))
    return same.length > 0 &&
      same.every((here) => here.some(isOther(day)) && !here.some(({ id }) => id === day.id))
      ? [`the cited text says this of another day than "${word.text}"`]
      : []
  })
}

const isOther =
  (day: Day) =>
  ({ kind, id }: Day): boolean =>
    kind === day.kind && id !== day.id

/** Other words of the claim that a sentence must hold to tell the same. */
const ENOUGH = 3

/** "Demain" may be what the text calls Monday, and "pazar" a market: those are doubted only beside another of their kind. */
const isMissing = (day: Day, isCapital: boolean, days: readonly (readonly Day[])[]): boolean =>
  day.kind === 'relative' || day.isAmbiguous
    ? days.some((here) => here.some(({ kind }) => kind === day.kind))
    : !isCapital

/** The days that each sentence of the cited text names. */
function daysIn(cited: CitedText): readonly (readonly Day[])[] {
  let days = known.get(cited)
  if (days === undefined) {
    days = cited.sentences.map(({ words }) =>
      words.flatMap((word) => dayOf(word, words, cited.language) ?? []),
    )
    known.set(cited, days)
  }
  return days
}

const known = new WeakMap<CitedText, readonly (readonly Day[])[]>()
