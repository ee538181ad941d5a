import { ADA, BOT, GENERAL } from './web-api.ts'

/** The event by which Slack says that Ada mentioned the bot in the general channel, as message `ts`. */
export const mentionOf = (text: string, ts: string, own: object = {}) => ({
  type: 'app_mention',
  user: ADA,
  channel: GENERAL,
  text: `<@${BOT}> ${text}`,
  ts,
  event_ts: ts,
  ...own,
})
