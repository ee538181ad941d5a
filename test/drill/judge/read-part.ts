/** What a reader finds in one posted message on any platform. */
export interface PartReading {
  /** Its texts, one line for each. */
  readonly text: string
  /** Ids of the stories told in it, in order, taken from the buttons that ask for the whole story. */
  readonly stories: readonly string[]
}

/** Keys of texts for readers. The `text` beside Slack's blocks is for notifications and is not read. */
const TEXTS = new Set(['text', 'content', 'description'])

/** Keys of what a button sends: the request follows a signature. */
const PRESSED = new Set(['value', 'custom_id'])
const ASKS_FOR_STORY = /^[\w-]{16}:story (\S+)$/u

export function readPart(body: unknown): PartReading {
  const texts: string[] = []
  const stories = new Set<string>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) walk(one)
      return
    }
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') walk(inner)
      else if (TEXTS.has(key)) texts.push(inner)
      else if (PRESSED.has(key)) {
        const [, id] = ASKS_FOR_STORY.exec(inner) ?? []
        if (id !== undefined) stories.add(id)
      }
    }
  }
  walk(withoutNotification(body))
  return { text: texts.join('\n'), stories: [...stories] }
}

function withoutNotification(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'blocks' in body ? { blocks: body.blocks } : body
}
