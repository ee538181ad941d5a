import { z } from 'zod'
import { baseLanguage } from '../language/base-language.ts'
import type { Tagger } from '../tagging/create-tagger.ts'
import { type CliContext, openSettings } from './cli-context.ts'
import type { FilterArticle } from './create-furniture-blanker.ts'

export const id = z.union([z.string(), z.number()], { error: 'expected a string or a number' })
/** An optional language tag. An unknown language counts as missing and is detected. */
export const lang = z
  .string()
  .optional()
  .transform((tag) => (tag === undefined ? undefined : baseLanguage(tag)))
/** An article as the filters read it. */
export const tagRow = z.object({
  id,
  lang,
  title: z.string().default(''),
  text: z.string().default(''),
})
export const LANG =
  'lang is a BCP 47 tag such as en or pt-BR, of which the language counts, and is detected where it is missing or unknown'

export const toInput = ({ lang, title, text }: FilterArticle) => ({
  title,
  text,
  ...(lang !== undefined && { language: lang }),
})

/** Creates a tagger that knows the names in the settings. */
export async function openTagger(context: CliContext): Promise<Tagger> {
  const settings = await openSettings(context)
  const { createTagger } = await import('../tagging/create-tagger.ts')
  return createTagger({ names: settings.names, corrections: settings.corrections })
}
