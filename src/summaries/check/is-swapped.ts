import type { SwapSigns } from './swap-signs.ts'

/**
 * Do the signs say that another name belongs where this one stands? A name that the text has with small letters only, or at the head of
 * sentences only, is judged by the rest of the claim alone.
 */
export function isSwapped(signs: SwapSigns): boolean {
  if (!signs.proper) return signs.gap > FAR && signs.displaced >= 0
  const score =
    BIAS +
    1.44 * signs.gap +
    1.61 * signs.nearerRival +
    0.81 * signs.betterRival -
    0.21 * signs.follower +
    0.74 * signs.cutLeft +
    3.49 * Number(signs.ownsNothing) -
    0.81 * signs.mentions -
    0.74 * Number(signs.acronym) +
    0.35 * Number(signs.opens) -
    0.77 * Number(signs.ordinary)
  return score > 0
}

/**
 * Logistic regression on the highest score of each sentence: 1,500 sentences that people wrote about 500 news reports, and the same with one
 * name exchanged for another of the report by chance. In five folds by report, the bias is where 1 to 2 true sentences in 100 are
 * doubted and a third of the exchanged names are found that nothing else finds. Machines' summaries are doubted twice as often, so it is not lower.
 */
const BIAS = -1.38

/** Chosen on planted errors beside true paraphrases. */
const FAR = 0.25
