import type { APIEmbed } from 'discord.js'
import { EMBED_DESCRIPTION, EMBEDS, EMBEDS_TEXT } from '../../../../adapters/discord/limits.ts'
import {
  AUTHOR,
  EMBED_FIELDS,
  EMBED_TITLE,
  FIELD_NAME,
  FIELD_VALUE,
  FOOTER,
  LARGEST_COLOUR,
} from './limits.ts'
import { absentOrTooLong, badAddress, tooLong, tooMany } from './rules.ts'

/**
 * Lists the rules that these embeds break.
 * https://docs.discord.com/developers/resources/message#embed-object-embed-limits
 */
export function checkEmbeds(embeds: readonly APIEmbed[]): readonly string[] {
  const characters = embeds.flatMap(textsOf).reduce((sum, text) => sum + text.length, 0)
  return [
    ...tooMany('embeds', embeds.length, EMBEDS),
    ...tooMany('characters over all embeds', characters, EMBEDS_TEXT),
    ...embeds.flatMap((embed, index) => checkEmbed(embed).map((broken) => `embed ${index + 1}: ${broken}`)),
  ]
}

function checkEmbed(embed: APIEmbed): readonly string[] {
  const { title, description, url, color, footer, author, image, thumbnail, fields = [] } = embed
  const isEmpty =
    textsOf(embed).every((text) => text.trim() === '') && image === undefined && thumbnail === undefined
  return [
    ...(isEmpty ? ['it is empty'] : []),
    ...tooLong('title', title, EMBED_TITLE),
    ...tooLong('description', description, EMBED_DESCRIPTION),
    ...tooLong('footer', footer?.text, FOOTER),
    ...tooLong('author', author?.name, AUTHOR),
    ...tooMany('fields', fields.length, EMBED_FIELDS),
    ...fields.flatMap(({ name, value }) => [
      ...absentOrTooLong('name of a field', name, FIELD_NAME),
      ...absentOrTooLong('value of a field', value, FIELD_VALUE),
    ]),
    ...[url, author?.url, author?.icon_url, footer?.icon_url, image?.url, thumbnail?.url].flatMap((address) =>
      badAddress('an address', address),
    ),
    ...(color !== undefined && (color < 0 || color > LARGEST_COLOUR) ? [`${color} is no colour`] : []),
  ]
}

function textsOf({ title, description, fields = [], footer, author }: APIEmbed): readonly string[] {
  return [
    title,
    description,
    footer?.text,
    author?.name,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ].filter((text) => text !== undefined)
}
