import { ADA, BOT, GENERAL } from './web-api.ts'

/** Event for a mention of the bot by Ada in the general channel, in message `ts`. */
export const mentionOf = (text: string, ts: string, own: object = {}) => ({
  type: 'app_mention',
  user: ADA,
  channel: GENERAL,
  text: `<@${BOT}> ${text}`,
  ts,
  event_ts: ts,
  ...own,
})
