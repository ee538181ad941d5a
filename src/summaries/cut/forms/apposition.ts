import { isWord, type Cut } from '../look-at-cut.ts'
import { isAside } from './is-aside.ts'
import { followsName } from './follows-name.ts'
import { isFiniteVerb } from './finite-verb.ts'
import type { Form } from './form.ts'

const MOST_WORDS = 10
/** In scripts without capitals nobody can tell a name, and one of two words is often all that is said of whom. */
const LEAST_WITHOUT_CAPITALS = 3

/** "Lena Horvat, a former rowing champion, won": what somebody or something is who was named before. The name stays. */
export const apposition: Form = {
  fits(cut) {
    const { inside, words } = cut
    return (
      isAside(cut) &&
      followsName(cut) &&
      inside.every(isWord) &&
      inside.length >= (isCased(cut) ? 2 : LEAST_WITHOUT_CAPITALS) &&
      inside.length <= MOST_WORDS &&
      !isListed(cut) &&
      !inside.some((token) => words.auxiliary.has(token)) &&
      !endsAsClause(cut) &&
      opensAsNoun(cut)
    )
  },
  bears: [],
}

/** "He thanked Ivo Marek, the mayor of Torvik and two doctors", "Ivo Marek, the mayor, her deputy and two aides": one of several. */
function isListed({ inside, after, closing, words }: Cut): boolean {
  if (inside.some((token) => words.and.has(token))) return true
  const [next] = after
  if (closing === 'end' || next === undefined) return false
  return words.and.has(next) || words.determiner.has(next) || (next.capital && words.nouns === 'small')
}

/** "the court ruled", "based in Torvik": a verb at its end or before a preposition; or an adverb, or, where nouns have capitals, no noun. */
function endsAsClause(cut: Cut): boolean {
  const { inside, words } = cut
  const last = inside.at(-1)
  if (last === undefined || words.adverbial.has(last)) return true
  if (words.nouns === 'capital' && !last.capital && last.kind !== 'number') return true
  if (words.pronoun.isIn(inside) || (words.nouns === 'small' && hasSecondNoun(cut))) return true
  return inside.some((token, i) => {
    const next = inside[i + 1]
    return isFiniteVerb(token, cut) && (next === undefined || words.opener.has(next))
  })
}

/** "l'enquête le montre", "the man the court freed": an article behind a noun, where no preposition joins them. */
const hasSecondNoun = ({ inside, words }: Cut): boolean =>
  inside.some((token, i) => {
    const before = inside[i - 1]
    if (before === undefined || !words.determiner.has(token)) return false
    return ![words.opener, words.of, words.determiner, words.rank].some((joins) => joins.has(before))
  })

function opensAsNoun(cut: Cut): boolean {
  const { inside, words } = cut
  const [first, second, third] = inside
  if (first === undefined || words.opener.has(first)) return false
  // A name, which may be the only one.
  if (isCased(cut) && inside.every(({ capital }) => capital)) return false
  if (words.rank.has(first) || (words.determiner.has(first) && words.rank.has(second))) return true
  if (words.of.has(second) || words.of.has(third)) return true
  if (words.appositions === 'determined' && words.determiner.has(first)) return true
  if (words.nouns === 'capital') return first.capital
  return words.appositions === 'bare' && !inside.some((token) => isFiniteVerb(token, cut))
}

const isCased = ({ inside }: Cut): boolean => /\p{Ll}/u.test(inside[0]?.word ?? '')
