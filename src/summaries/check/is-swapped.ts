import { FIT_SIGNS, type FitSigns } from './fit-signs.ts'
import weights from './swap-weights.json' with { type: 'json' }
import { SWAP_SIGNS, type SwapSigns } from './swap-signs.ts'

/** How well a name fits where it stands: the higher, the likelier among all names of the text (a logit). */
export function weighFit(fit: FitSigns): number {
  const known: FitSigns = weights.fit
  return FIT_SIGNS.reduce((sum, sign) => sum + known[sign] * fit[sign], 0)
}

/**
 * Do the signs say that another name belongs where this one stands? Both weighings are logistic regressions on what people wrote about 700 news reports and on
 * their sentences with one name exchanged for another; `npm run train:swaps` makes them, and says what they find in reports they have not seen.
 */
export function isSwapped(signs: SwapSigns): boolean {
  const known: SwapSigns = weights.swap
  const score = SWAP_SIGNS.reduce((sum, sign) => sum + known[sign] * signs[sign], 0)
  return score > (signs.loose > 0 ? weights.looseThreshold : weights.threshold)
}
