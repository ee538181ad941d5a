import { z } from 'zod'
import { OWNERSHIPS } from '../records/source.ts'
import type { Words } from './suggest.ts'
import { address, country, known, language, oneOf, slug, text } from './fields.ts'

/** One entry of `config/sources.yaml`. */
export function sourceSchema(regions: Words | null) {
  return z.strictObject(
    {
      id: slug('a short name of your own, such as bbc-world'),
      name: text('how the outlet calls itself'),
      homepage: address('the address of its front page'),
      feed: address('the address of the feed itself'),
      country: country(),
      language: language(),
      ownership: oneOf('ownership', OWNERSHIPS),
      region: known('region', regions, 'config/regions.yaml'),
      agency: z.boolean({ error: 'true or false' }).exactOptional(),
      fullText: z.boolean({ error: 'true or false' }).exactOptional(),
    },
    { error: 'keys and values, as in { id: …, name: …, feed: … }' },
  )
}
