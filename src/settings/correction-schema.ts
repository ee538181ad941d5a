import { z } from 'zod'
import { country, text } from './fields.ts'

/** One entry of `config/corrections.yaml`. */
export function correctionSchema() {
  return z
    .strictObject(
      {
        words: text('the words as they stand in texts, such as Georgia'),
        means: country().optional(),
        not: country().optional(),
      },
      { error: 'keys and values, as in { words: Georgia, not: US }' },
    )
    .refine(({ means, not }) => (means === undefined) !== (not === undefined), {
      error: "give either 'means: …' or 'not: …', as in { words: Georgia, not: US }",
    })
}
