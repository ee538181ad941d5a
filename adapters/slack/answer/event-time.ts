/** Of the envelope of an event: when it happened, in seconds since 1970. https://docs.slack.dev/apis/events-api */
interface Envelope {
  readonly event_time?: number
}

/** When an event happened at the latest, in milliseconds since 1970: the end of the second that Slack names, or `now` where it names none. */
export const eventTime = ({ event_time: seconds }: Envelope, now: number): number =>
  seconds === undefined ? now : Math.min(now, seconds * 1000 + 999)
