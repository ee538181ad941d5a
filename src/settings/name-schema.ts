import { z } from 'zod'
import { country, oneOf, text } from './fields.ts'

/** One entry of `config/names.yaml`. */
export function nameSchema() {
  const day = z.union([z.iso.date(), z.date()], { error: 'a day, such as 2024-08-21' })
  return z.strictObject(
    {
      kind: oneOf('kind', ['person', 'organisation']),
      name: text('the name to tell, such as Abbas Araghchi'),
      role: text('an office, such as Foreign Minister of Iran').optional(),
      leads: country().exactOptional(),
      since: day.optional(),
      until: day.optional(),
      aliases: z.array(text('another spelling'), { error: 'a list of other spellings; [] for none' }),
    },
    { error: 'keys and values, as in { kind: person, name: …, aliases: […] }' },
  )
}
