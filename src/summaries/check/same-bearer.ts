import type { CitedText } from './cited-text.ts'
import { mentionsOf, MOST_MENTIONS, nameMentions, type NameMention } from './name-mentions.ts'
import { ALIASES } from './names.ts'
import type { Word } from './read-words.ts'

/** Where the cited text speaks of who bears the name: by a word of it, by its initials or what they stand for, by a usual other name. */
export function mentionsOfBearer(name: readonly Word[], cited: CitedText): readonly NameMention[] {
  const own = mentionsOf(name, cited)
  const taken = new Set(own.map(placeOfMention))
  const others = [
    ...byInitials(name, cited),
    ...byLongerAcronym(name, cited),
    ...byAlias(name, cited),
  ].filter((mention) => !taken.has(placeOfMention(mention)))
  return [...own, ...others].slice(0, MOST_MENTIONS)
}

const placeOfMention = ({ words, sentence }: NameMention): string => `${sentence}:${words[0]?.index}`

function byInitials(name: readonly Word[], cited: CitedText): readonly NameMention[] {
  const [first] = name
  if (first === undefined) return []
  if (name.length > 1) {
    const letters = initialsOf(name)
    return nameMentions(cited).filter(
      ({ words }) => words.length === 1 && words[0]?.acronym === true && words[0].lower === letters,
    )
  }
  const letters = first.lower.replace(/s$/u, '')
  if (!first.acronym || letters.length < 2 || letters.length > 5) return []
  return nameMentions(cited).filter(({ words }) => {
    if (words.length < 2) return false
    const theirs = initialsOf(words)
    // "EPL" for the Premier League: a country before it is left out where all know it.
    return theirs === letters || (letters.length > 2 && theirs === letters.slice(1))
  })
}

/** "TV" of "HDTV". */
function byLongerAcronym(name: readonly Word[], cited: CitedText): readonly NameMention[] {
  const [first] = name
  const letters = first?.lower.replace(/s$/u, '') ?? ''
  if (name.length > 1 || first?.acronym !== true || letters.length < 2) return []
  return nameMentions(cited).filter(({ words }) =>
    words.some(({ acronym, lower }) => acronym && lower.replace(/s$/u, '').endsWith(letters)),
  )
}

const initialsOf = (words: readonly Word[]): string => words.map(({ lower }) => lower.charAt(0)).join('')

function byAlias(name: readonly Word[], cited: CitedText): readonly NameMention[] {
  const text = textOf(name)
  const names = ALIASES.find((row) => row.includes(text))?.filter((other) => other !== text) ?? []
  return names.length === 0 ? [] : nameMentions(cited).filter(({ words }) => names.includes(textOf(words)))
}

const textOf = (words: readonly Word[]): string => words.map(({ lower }) => lower).join(' ')
