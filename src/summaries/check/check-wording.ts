import { type CitedText, weightOf } from './cited-text.ts'
import type { Claim } from './claim.ts'
import { isKnownName } from './names.ts'
import type { Word } from './read-words.ts'

/**
 * How much of the sentence the cited text does not say in any form. A sentence that shows no names (another script, or capitals lost)
 * must stay closer to the text, since its names are only words.
 */
export function checkWording(claim: Claim, cited: CitedText): readonly string[] {
  const { content, words } = claim
  if (content.length === 0) return []
  const new_ = content.filter((word) => !isSaid(word, cited))
  const weigh = (list: readonly Word[]): number => list.reduce((sum, word) => sum + weightOf(word, cited), 0)
  const newShare = weigh(new_) / Math.max(1e-9, weigh(content))
  const strict = showsNoNames(claim, cited)
  const problems: string[] = []
  if (newShare > (strict ? LIMIT.newStrict : LIMIT.new) || (strict && new_.length >= LIMIT.newWords))
    problems.push(`the cited text does not say "${new_.map(({ text }) => text).join('", "')}"`)
  if (strict && copiedShare(words, cited) > LIMIT.copied && newPairs(words, cited) > LIMIT.newPairs)
    problems.push('it joins parts of the cited text in a new way')
  if (repeatsItself(claim, cited)) problems.push('it says the same words twice')
  return problems
}

/** Chosen on summaries that people labelled, and on planted errors beside true paraphrases. */
const LIMIT = { new: 0.7, newStrict: 0.4, newWords: 3, copied: 0.4, newPairs: 0.13 }

const isSaid = (word: Word, cited: CitedText): boolean =>
  cited.keys.has(word.key) ||
  cited.lowers.has(word.lower) ||
  (word.number === undefined ? isKnownName(word, cited) : cited.numbers.has(word.number))

/** No capital at all, although no figure takes the first place; two words that the text always writes with one; or a text that has none itself. */
function showsNoNames({ words }: Claim, cited: CitedText): boolean {
  if (words[0]?.number === undefined && !words.some(({ capital }) => capital)) return true
  const lost = words.filter(
    ({ capital, empty, number, lower }) =>
      !capital &&
      !empty &&
      number === undefined &&
      lower.length > 2 &&
      cited.capital.has(lower) &&
      !cited.small.has(lower),
  )
  return (
    lost.length >= 2 ||
    (!words.some(({ capital, first }) => capital && !first) && cited.capital.size < cited.lowers.size * 0.03)
  )
}

/** The part of the words that stand in runs of four or more as in the cited text. */
function copiedShare(words: readonly Word[], cited: CitedText): number {
  let copied = 0
  for (let i = 0; i < words.length;) {
    const run = longestRun(words.slice(i), cited)
    if (run >= 4) copied += run
    i += run >= 3 ? run : 1
  }
  return copied / Math.max(1, words.length)
}

function longestRun(words: readonly Word[], cited: CitedText): number {
  let longest = 0
  for (const sentence of cited.sentences)
    for (const start of sentence.words) {
      let run = 0
      while (run < words.length && words[run]?.key === sentence.words[start.index + run]?.key) run++
      longest = Math.max(longest, run)
    }
  return longest
}

function newPairs(words: readonly Word[], cited: CitedText): number {
  const others = words.filter(({ key }, i) => i > 0 && !cited.holdsPair(words[i - 1]?.key ?? '', key))
  return others.length / Math.max(1, words.length - 1)
}

/** "the deal deal", "restaurants in restaurants": machines do; people whom the text quotes may. */
function repeatsItself({ words }: Claim, cited: CitedText): boolean {
  return words.some(({ lower, empty, number, gap }, i) => {
    if (empty || number !== undefined || gap === '-') return false
    const again = [i + 1, i + 2].find((at) => words[at]?.lower === lower && words[at]?.gap !== '-')
    return again !== undefined && newPairs(words.slice(i, again + 1), cited) > 0
  })
}
