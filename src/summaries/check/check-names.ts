import type { CitedText } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { containsPlace } from './contains-place.ts'
import { isAuthor, labels } from './is-author.ts'
import { joins, nameMentions } from './name-mentions.ts'
import { isTitle, stands } from './names.ts'
import type { Word } from './read-words.ts'
import { isSame } from './is-same.ts'

/** Every name must be in the cited text, its words together. */
export function checkNames(claim: Claim, cited: CitedText): readonly string[] {
  const unknown = claim.names.filter(
    ({ word, known }) => !known && !isAuthor(word, claim, cited) && !isWiderPlace(word, cited),
  )
  if (unknown.length > 0) return unknown.map(({ word }) => `"${word.text}" is not in the cited text`)
  return together(claim).flatMap((name) => {
    const text = name.map((word) => word.text).join(' ')
    return !labels(name, claim) && isPatchedTogether(name, cited) ? [`the cited text has no "${text}"`] : []
  })
}

/** "Wichita, Kansas", where the text has Wichita only. */
const isWiderPlace = ({ lower }: Word, cited: CitedText): boolean =>
  containsPlace(
    lower,
    nameMentions(cited).map(({ words }) => words.map((word) => word.lower).join(' ')),
  )

/** Names of several words: capitals with one space between. */
export function together(claim: Claim): readonly (readonly Word[])[] {
  const names: Word[][] = []
  for (const { word } of claim.names) {
    const last = names.at(-1)?.at(-1)
    if (last !== undefined && joins(last, word)) names.at(-1)?.push(word)
    else names.push([word])
  }
  return names
}

/** "Cadillac Holmes": two words of the text that never stand together there, although each stands beside other names. */
function isPatchedTogether(name: readonly Word[], cited: CitedText): boolean {
  return name.slice(1).some((second, i) => {
    const first = name[i]
    if (
      first === undefined ||
      isTitle(first) ||
      isTitle(second) ||
      (first.acronym && !stands(first, cited)) ||
      (first.first && cited.small.has(first.lower))
    )
      return false
    let hasOther = false
    for (const { words } of cited.sentences) {
      for (const word of words) {
        if (isSame(word, first)) {
          if ([1, 2, 3].some((step) => isSame(words[word.index + step], second))) return false
          hasOther ||= isBeside(words[word.index + 1], words[word.index + 1])
        }
        if (isSame(word, second)) hasOther ||= isBeside(words[word.index - 1], word)
      }
    }
    return hasOther
  })
}

const isBeside = (other: Word | undefined, right: Word | undefined): boolean =>
  other?.capital === true && right !== undefined && /^\s$/u.test(right.gap)
