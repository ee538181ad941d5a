import { LABEL, labelChances, LABELS, stepsOf } from '../names/label-chain.ts'
import { type Chain, type ChainWeights, scoreWords } from './chain-trainer.ts'

/** Measures how well weights find names in texts that they were not trained on. */
export interface Judge {
  add(language: string, chain: Chain, weights: ChainWeights): void
  /** Precision and recall over the words of names, in percent: a line for each language and kind of name. */
  table(): string
}

interface Counts {
  right: number
  wrong: number
  missed: number
}

const KINDS = [
  { name: 'people', begins: LABEL.personBegins },
  { name: 'organisations', begins: LABEL.organisationBegins },
]
/** A word is told from this chance on; `LEAST_CHANCES` of find-named.ts is for whole names. */
const SURE = 0.8

export function makeJudge(): Judge {
  const counts = new Map<string, Counts>()
  return {
    add(language, { signs, allowed }, weights) {
      const steps = stepsOf(weights.transitions)
      const chances = labelChances(scoreWords(signs, weights.signs), steps)
      for (const { name, begins } of KINDS) {
        const key = `${language} ${name}`
        const count = counts.getOrInsertComputed(key, () => ({ right: 0, wrong: 0, missed: 0 }))
        const bits = (1 << begins) | (1 << (begins + 1))
        for (const [at, labels] of allowed.entries()) {
          const isTold =
            (chances[at * LABELS + begins] ?? 0) + (chances[at * LABELS + begins + 1] ?? 0) >= SURE
          const isMeant = (labels & bits) !== 0
          const isSurelyMeant = isMeant && (labels & ~bits) === 0
          if (isTold && isMeant) count.right++
          else if (isTold) count.wrong++
          else if (isSurelyMeant) count.missed++
        }
      }
    },
    table: () =>
      [...counts]
        .map(([key, { right, wrong, missed }]) => `${key}: ${share(right, wrong)} / ${share(right, missed)}`)
        .join('\n'),
  }
}

const share = (one: number, other: number): string => ((100 * one) / (one + other)).toFixed(1)
