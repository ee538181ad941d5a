import { z } from 'zod'
import { slug, text } from './fields.ts'
import { namesSchema } from './region-schema.ts'

/** One entry of `config/topics.yaml`. */
export function topicSchema() {
  return z.strictObject(
    {
      id: slug('a short name of your own, such as conflict'),
      code: z.templateLiteral(['medtop:', z.string().regex(/^[0-9]{8}$/u)], {
        error: 'an IPTC Media Topic code, such as "medtop:16000000"',
      }),
      names: namesSchema(),
      aliases: z.array(text('a word or two'), { error: 'a list of what people also type; [] for none' }),
    },
    { error: 'keys and values, as in { id: …, code: …, names: … }' },
  )
}
