// Writes ../headline-weights.json and ../../summaries/sentence-weights.json: `npm run train:choices`. Learns
// from marked-choices.tsv, which has no texts: a line for each headline and sentence of the marked stories,
// with its kind, the number of its story, the day, the mark, and its signs. The marks of headlines: 2 the best
// one, 1 one that may stand, 0 one that an editor objects to. The marks of sentences: 1 chosen, 0.5 good
// further on, 0 neither. The same file gives the same bytes. Prints how well weights of all other days tell
// the marks of a day.
import { readFileSync, writeFileSync } from 'node:fs'
import { SENTENCE_SIGNS } from '../../summaries/choose-under-headline.ts'
import { type Example, learnWeights } from '../../summaries/build/logistic-regression.ts'
import { HEADLINE_SIGNS } from '../rank-headlines.ts'

interface Marked extends Example {
  readonly story: string
  readonly day: string
}

const PULL = 0.3

const lines = readFileSync(new URL('marked-choices.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [kind = '', story = '', day = '', mark = '', ...signs] = line.split('\t')
    return { kind, story, day, mark: Number(mark), signs: signs.map(Number) }
  })

const headlines = pairsOf(lines.filter(({ kind }) => kind === 'headline'))
const first = sentencesOf('first')
const further = sentencesOf('further')

write('../headline-weights.json', named(HEADLINE_SIGNS, learnWeights(headlines, PULL)))
write('../../summaries/sentence-weights.json', {
  first: named(SENTENCE_SIGNS, learnWeights(first, PULL)),
  further: named(SENTENCE_SIGNS, learnWeights(further, PULL)),
})
for (const [name, examples] of Object.entries({ headlines, first, further }))
  process.stdout.write(
    `${name}\t${examples.length}\t${Math.round(100 * rightOnOtherDays(examples))} of 100 right\n`,
  )

/** A headline is learned from beside each worse one of its story. */
function pairsOf(all: typeof lines): readonly Marked[] {
  return [...Map.groupBy(all, ({ story }) => story).values()].flatMap((ofStory) => {
    const pairs = ofStory.flatMap((better) =>
      ofStory
        .filter(({ mark }) => mark < better.mark)
        .map(({ signs, story, day }) => ({
          story,
          day,
          signs: signs.map((sign, i) => (better.signs[i] ?? 0) - sign),
          outcome: 1,
        })),
    )
    return pairs.map((pair) => ({ ...pair, weight: Math.sqrt(ofStory.length) / pairs.length }))
  })
}

/** A story with many sentences counts more than one with few, but not as much as it has more. */
function sentencesOf(wanted: string): readonly Marked[] {
  const all = lines.filter(({ kind }) => kind === wanted)
  const byStory = Map.groupBy(all, ({ story }) => story)
  return all.map(({ story, day, mark, signs }) => ({
    story,
    day,
    signs,
    outcome: mark,
    weight: 1 / Math.sqrt(byStory.get(story)?.length ?? 1),
  }))
}

/** Returns the share of examples told rightly by weights learned from the other days, 0 to 1. */
function rightOnOtherDays(all: readonly Marked[]): number {
  const days = new Set(all.map(({ day }) => day))
  let right = 0
  for (const left of days) {
    const weights = learnWeights(
      all.filter(({ day }) => day !== left),
      PULL,
    )
    for (const { signs, outcome } of all.filter(({ day }) => day === left)) {
      const odds = signs.reduce((sum, sign, i) => sum + sign * (weights[i] ?? 0), 0)
      if (odds > 0 === outcome > 0.5) right++
    }
  }
  return right / all.length
}

function named(names: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, Number((values[i] ?? 0).toFixed(2))]))
}

function write(path: string, content: unknown): void {
  writeFileSync(new URL(path, import.meta.url), `${JSON.stringify(content, null, 2)}\n`)
}
