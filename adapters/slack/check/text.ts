import { z } from 'zod'
import { hasMarkup } from '../text/has-markup.ts'
import { ADDRESS, ID, LINK, TEXT } from '../limits.ts'

/** Addresses that a click may open. */
export const address = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^https?:\/\//u, 'is no http(s) address')

/** Text that Slack shows as it is. */
export const plainText = (most: number = TEXT) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.literal(false),
  })

/** Markup in which nothing stands between angle brackets but links: a mention or a channel would. */
const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z
      .string()
      .min(1)
      .max(most)
      .refine((text) => !/[<>]/u.test(text.replaceAll(LINKS, '')), 'has an unescaped < or >')
      .refine((text) => !hasMarkup(text.replaceAll(LINKS, '$1')), 'has markup that is no link'),
    verbatim: z.literal(true),
  })

export const text = (most: number = TEXT) => z.discriminatedUnion('type', [plainText(most), mrkdwn(most)])

const LINKS = /<https?:\/\/[^<>|\s]+\|([^<>|]+)>/gu

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block#channel-element-type */
const CHANNEL = /^[CG][A-Z0-9]+$/u

export const id = z.string().min(1).max(ID)

/** The parts of a rich text that we draw: no mention of people or groups. */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z
    .array(
      z.strictObject({
        type: z.enum(['rich_text_section', 'rich_text_quote']),
        elements: z
          .array(
            z.discriminatedUnion('type', [
              z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: style().optional() }),
              z.strictObject({
                type: z.literal('link'),
                url: address(Math.min(ADDRESS, LINK)),
                text: z.string().min(1),
                style: style().optional(),
              }),
              z.strictObject({ type: z.literal('channel'), channel_id: z.string().regex(CHANNEL) }),
            ]),
          )
          .min(1),
      }),
    )
    .min(1),
})

function style() {
  return z.strictObject({
    bold: z.boolean().optional(),
    code: z.boolean().optional(),
    italic: z.boolean().optional(),
  })
}
