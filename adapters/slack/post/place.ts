/** A channel in its workspace. */
interface ChannelPlace {
  /** Null if one token serves one workspace. */
  readonly team: string | null
  /** An id `C…`, `G…` or `D…`, or the name of a public channel in the settings: `#desk`. */
  readonly channel: string
}

/** Reads `TEAM/CHANNEL`, or a bare `CHANNEL` if one token serves one workspace. */
export function readPlace(text: string): ChannelPlace {
  const slash = text.indexOf('/')
  return slash === -1
    ? { team: null, channel: text }
    : { team: text.slice(0, slash), channel: text.slice(slash + 1) }
}

/**
 * Whether a channel is a direct message. There, related messages follow one another instead of forming a
 * thread.
 */
export const isDirect = (channel: string): boolean => channel.startsWith('D')
