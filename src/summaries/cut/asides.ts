import { type Cut, followsName, isAside, isFiniteVerb, isWord } from './read-cut.ts'

/**
 * Accepts "The Fishermen's Union (NFU) called off its strike": the whole content of one pair of brackets that
 * stands apart from words, unless it is a single word that limits the one before it.
 */
export const isParenthesis = ({ opening, closing, takesOpening, standsApart, inside, words }: Cut): boolean =>
  opening === 'bracket' &&
  closing === 'bracket' &&
  takesOpening &&
  standsApart &&
  !inside.some(({ kind, word }) => kind === 'mark' && '()[]'.includes(word)) &&
  !(inside.length === 1 && words.rank.has(inside[0]))

/**
 * Accepts "Dana Whitlock, 47, took over": only an age. Where no capital marks a name, the number needs its
 * word for years.
 */
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

/** Maximum number of words. */
const LONGEST_APPOSITION = 10
/**
 * Minimum number of words in scripts without capitals. There a name cannot be recognised, and one of two
 * words is often all that is said about somebody.
 */
const LEAST_WITHOUT_CAPITALS = 3

/**
 * Accepts "Lena Horvat, a former rowing champion, won": a description of the person or thing named before.
 * The name stays.
 */
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

/**
 * Whether this is one item of a list: "He thanked Ivo Marek, the mayor of Torvik and two doctors", "Ivo
 * Marek, the mayor, her deputy and two aides".
 */
function isListed({ inside, after, closing, words }: Cut): boolean {
  if (inside.some((token) => words.and.has(token))) return true
  const [next] = after
  if (closing === 'end' || next === undefined) return false
  return words.and.has(next) || words.determiner.has(next) || (next.capital && words.nouns === 'small')
}

/**
 * Whether this reads like a clause: a verb at its end or before a preposition ("the court ruled", "based in
 * Torvik"), a pronoun, a second noun, an adverb at its end, or, where nouns have capitals, no noun there.
 */
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

/**
 * Whether an article follows a noun without a preposition between them: "l'enquête le montre", "the man the
 * court freed".
 */
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
  // Only capitals: a name, which may be the only one in the sentence.
  if (isCased(cut) && inside.every(({ capital }) => capital)) return false
  if (words.rank.has(first) || (words.determiner.has(first) && words.rank.has(second))) return true
  if (words.of.has(second) || words.of.has(third)) return true
  if (words.appositions === 'determined' && words.determiner.has(first)) return true
  if (words.nouns === 'capital') return first.capital
  return words.appositions === 'bare' && !inside.some((token) => isFiniteVerb(token, cut))
}

const isCased = ({ inside }: Cut): boolean => /\p{Ll}/u.test(inside[0]?.word ?? '')

/**
 * Accepts "The Museum of the Sea, which opened in the spring, charges no fee": a relative clause that
 * restricts nothing, behind a comma.
 */
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

/** Whether this is "He said, that …" in languages whose relative pronoun also means "that". */
function isComplement(cut: Cut): boolean {
  const last = cut.before.at(-1)
  return last === undefined || isFiniteVerb(last, cut) || cut.words.speech.has(last)
}

/**
 * Accepts "He thanked the volunteers, many of whom slept in tents": a clause about some of them does not
 * restrict who is meant.
 */
export const isPartitiveClause = (cut: Cut): boolean =>
  cut.opening === 'comma' &&
  isAside(cut) &&
  cut.words.partitive.lengthAt(cut.inside, 0) > 0 &&
  cut.inside.every(isWord)

/** Maximum number of words. */
const LONGEST_PARTICIPLE_CLAUSE = 14

/**
 * Accepts "Speaking to reporters after the match, the coach …" and "…, drawing applause": a participle clause
 * for an accompanying circumstance.
 */
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
