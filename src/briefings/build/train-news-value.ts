// Writes ../news-value-weights.json: `npm run train:news-value`. Learns from marked-news.tsv, which has no
// texts: a line for each marked story with how much of a place readers would give it in a briefing (0 none, it
// is no news; 0.5 only where nothing else happened; 1 a place), its day, the outlet that has most of its
// reports (a number), and its signs: those of `ARTICLE_SIGNS` as means over its reports, then those of
// `STORY_SIGNS` without the constant. The same file gives the same bytes. Prints how well weights learned
// from the other outlets tell the marks of a sixth of them.
import { readFileSync, writeFileSync } from 'node:fs'
import { type Example, learnWeights } from '../../summaries/build/logistic-regression.ts'
import { ARTICLE_SIGNS, STORY_SIGNS } from '../news-value.ts'

interface Marked extends Example {
  readonly outlet: number
}

/** From 1 to 30 the order of stories of outlets left out stays as it is. */
const PULL = 1
const PARTS = 6

const marked = readFileSync(new URL('marked-news.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Marked => {
    const [outcome = 0, , outlet = 0, ...signs] = line.split('\t').map(Number)
    return { outcome, outlet, signs: [...signs, 1], weight: 1 }
  })

const learned = learnWeights(marked, PULL)
const names = [...ARTICLE_SIGNS, ...STORY_SIGNS]
const rounded = Object.fromEntries(
  names.map((name, at) => [name, Math.round((learned[at] ?? 0) * 1000) / 1000] as const),
)
writeFileSync(
  new URL('../news-value-weights.json', import.meta.url),
  `${JSON.stringify(rounded, undefined, 2)}\n`,
)

const told = Array.from({ length: PARTS }, (_, part) => {
  const weights = learnWeights(
    marked.filter(({ outlet }) => outlet % PARTS !== part),
    PULL,
  )
  return marked
    .filter(({ outlet }) => outlet % PARTS === part)
    .map(({ signs, outcome }) => ({
      outcome,
      odds: signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0),
    }))
}).flat()
for (const [what, least] of [
  ['news from no news', 0.5],
  ['a place from none', 1],
] as const)
  process.stdout.write(`${what}: ${Math.round(100 * rankedRight(told, least))} of 100 pairs right\n`)

/** Returns the share of pairs of a story with at least this mark and one below it that stand in order. */
function rankedRight(all: typeof told, least: number): number {
  const [above, below] = [
    all.filter(({ outcome }) => outcome >= least),
    all.filter(({ outcome }) => outcome < least),
  ]
  const right = above.flatMap(({ odds }) => below.map((other) => Number(odds > other.odds)))
  return right.reduce((sum, one) => sum + one, 0) / right.length
}
