import type { CitedText } from './cited-text.ts'
import { together } from './check-names.ts'
import type { Claim } from './claim.ts'
import { exchangedRoles } from './exchanged-roles.ts'
import { placeOf } from './in-place.ts'
import { isAuthor } from './is-author.ts'
import { isSwapped, weighFit } from './is-swapped.ts'
import type { Word } from './read-words.ts'
import { placedNames, readPlacing, swapSigns } from './swap-signs.ts'

/** Every name must stand where the cited text has it, not where it has another. What the text says word by word is not doubted. */
export function checkRoles(claim: Claim, cited: CitedText): readonly string[] {
  if (isVerbatim(claim, cited)) return []
  const names = placedNames(claim, cited)
  if (names.length > MOST_NAMES) return ['it has too many names to be checked as one sentence']
  const deed = exchangedRoles(together(claim), claim.words, cited)
  if (deed !== undefined)
    return [`the cited text has "${textOf(deed.patient)}" do this, not "${textOf(deed.agent)}"`]
  return names.flatMap((name) => {
    const told = textOf(name)
    const placing = readPlacing(name, names, claim, cited)
    if (placing.own.mentions === 0)
      return isStray(name, claim, cited) ? [`the cited text does not speak of "${told}" there`] : []
    const { signs, rival } = swapSigns(placing, weighFit)
    if (!isSwapped(signs)) return []
    const other = textOf(rival?.mentions[0]?.words ?? []) || 'another'
    return [`the cited text says this of ${other}, not of "${told}"`]
  })
}

const textOf = (name: readonly Word[]): string => name.map(({ text }) => text).join(' ')

/** Each is held against every other name of the text. Sentences that people wrote of the labelled sets have at most eleven; longer lists can be copied, or are attacks. */
const MOST_NAMES = 24

/** Chosen on planted errors beside true paraphrases. */
const FAR = 0.25

/** A name that the text has as an ordinary word only is judged by the rest of the claim. */
function isStray(name: readonly Word[], claim: Claim, cited: CitedText): boolean {
  if (name.every((word) => isAuthor(word, claim, cited))) return false
  const { gap, displaced } = placeOf(name, claim, cited)
  return gap > FAR && displaced >= 0
}

export const isVerbatim = ({ text }: Claim, cited: CitedText): boolean =>
  cited.text.includes(text.replace(/[.\s]+$/u, ''))
