/** A channel in its workspace. */
interface ChannelPlace {
  /** Null where the platform knows only one. */
  readonly team: string | null
  /** `C…`, `G…`, `D…`, or a name of a public channel in settings: `#desk`. */
  readonly channel: string
}

/** `TEAM/CHANNEL`, or a bare `CHANNEL` where one token serves one workspace. */
export function readPlace(text: string): ChannelPlace {
  const slash = text.indexOf('/')
  return slash === -1
    ? { team: null, channel: text }
    : { team: text.slice(0, slash), channel: text.slice(slash + 1) }
}

/** A channel in which one person reads: what belongs together stands in a row there, not in a thread. */
export const isDirect = (channel: string): boolean => channel.startsWith('D')
