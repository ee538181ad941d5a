import { z } from 'zod'
import { country, language, listOf, slug, text } from './fields.ts'

/** One entry of `config/regions.yaml`. */
export function regionSchema() {
  return z.strictObject(
    {
      id: slug('a short name of your own, such as middle-east'),
      section: z.boolean({ error: 'true or false' }),
      names: namesSchema(),
      aliases: z.array(text('a word or two'), { error: 'a list of what people also type; [] for none' }),
      countries: listOf('a list of country codes, such as [TR, GR]', country()),
    },
    { error: 'keys and values, as in { id: …, names: …, countries: […] }' },
  )
}

/** Display names by language; English must be there. */
export function namesSchema() {
  const what = 'names by language, such as { en: Middle East, tr: Orta Doğu }'
  return z
    .record(language(), text('a name'), { error: what })
    .refine((names) => 'en' in names, { error: "an English name is missing; add 'en: …'" })
    .transform((names) => ({ ...names, en: names['en'] ?? '' }))
}
