import { type Cut, followsName, isAside, isFiniteVerb, isWord } from './look-at-cut.ts'

/** "The Fishermen's Union (NFU) called off its strike": all of what stands in brackets, and not a word that limits the one before it. */
export const isParenthesis = ({ opening, closing, takesOpening, standsApart, inside, words }: Cut): boolean =>
  opening === 'bracket' &&
  closing === 'bracket' &&
  takesOpening &&
  standsApart &&
  !inside.some(({ kind, word }) => kind === 'mark' && '()[]'.includes(word)) &&
  !(inside.length === 1 && words.rank.has(inside[0]))

/** "Dana Whitlock, 47, took over": an age and nothing else. Where no capital tells a name, the number needs its years. */
export function isAge(cut: Cut): boolean {
  const { inside, before, after, words } = cut
  const isOfAge = (index: number): boolean =>
    inside.some((_, from) => from <= index && index < from + words.age.lengthAt(inside, from))
  return (
    isAside(cut) &&
    followsName(cut) &&
    inside.filter(({ kind }) => kind === 'number').length === 1 &&
    (inside.length > 1 || before.at(-1)?.capital === true) &&
    inside.every(({ kind }, i) => kind === 'number' || isOfAge(i)) &&
    !words.and.has(after[0])
  )
}

/** Words of the longest apposition. */
const LONGEST_APPOSITION = 10
/** In scripts without capitals nobody can tell a name, and one of two words is often all that is said of whom. */
const LEAST_WITHOUT_CAPITALS = 3

/** "Lena Horvat, a former rowing champion, won": what somebody or something is who was named before. The name stays. */
export function isApposition(cut: Cut): boolean {
  const { inside, words } = cut
  return (
    isAside(cut) &&
    followsName(cut) &&
    inside.every(isWord) &&
    inside.length >= (isCased(cut) ? 2 : LEAST_WITHOUT_CAPITALS) &&
    inside.length <= LONGEST_APPOSITION &&
    !isListed(cut) &&
    !inside.some((token) => words.auxiliary.has(token)) &&
    !endsAsClause(cut) &&
    opensAsNoun(cut)
  )
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

/** "The Museum of the Sea, which opened in the spring, charges no fee": said beside it, behind a comma. */
export const isRelativeClause = (cut: Cut): boolean =>
  cut.opening === 'comma' &&
  opensRelative(cut) &&
  cut.inside.every(isWord) &&
  !isComplement(cut) &&
  !cut.words.singled.has(cut.before.at(-1)) &&
  (cut.words.relatives === 'aside' || (cut.words.nouns === 'small' && followsName(cut)))

const opensRelative = ({ inside, words }: Cut): boolean =>
  words.relative.lengthAt(inside, 0) > 0 ||
  // "in which"
  (words.opener.has(inside[0]) && words.relative.lengthAt(inside, 1) > 0)

/** "He said, that …" in languages whose relative pronoun is their "that" too. */
function isComplement(cut: Cut): boolean {
  const last = cut.before.at(-1)
  return last === undefined || isFiniteVerb(last, cut) || cut.words.speech.has(last)
}

/** "He thanked the volunteers, many of whom slept in tents": who speaks of a part of them does not say which of all are meant. */
export const isPartitiveClause = (cut: Cut): boolean =>
  cut.opening === 'comma' &&
  isAside(cut) &&
  cut.words.partitive.lengthAt(cut.inside, 0) > 0 &&
  cut.inside.every(isWord)

/** Words of the longest participle clause. */
const LONGEST_PARTICIPLE_CLAUSE = 14

/** "Speaking to reporters after the match, the coach …", "…, drawing applause": what went along with it. */
export const isParticipleClause = (cut: Cut): boolean =>
  (cut.opening === 'start' ? cut.closing === 'comma' : cut.opening === 'comma') &&
  (cut.closing === 'comma' || cut.closing === 'end') &&
  cut.inside.length > 1 &&
  cut.inside.length <= LONGEST_PARTICIPLE_CLAUSE &&
  cut.inside.every(isWord) &&
  opensParticiple(cut)

function opensParticiple({ inside, words, opening }: Cut): boolean {
  const [first, second] = inside
  if (first === undefined || words.otherwise.has(first)) return false
  if (opening === 'comma' && first.capital) return false
  const length = words.participle.lengthAt(inside, 0)
  return length > 0 && !(length > 1 && words.otherwise.has(second))
}
