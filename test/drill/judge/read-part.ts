/** What a reader finds in one posted message, whatever the platform. */
export interface PartReading {
  /** All that is written in it, a line for each piece. */
  readonly text: string
  /** Ids of the stories told in it, in order: each has something to press that asks for the whole story. */
  readonly stories: readonly string[]
}

/** Where texts for readers stand. `text` beside Slack's blocks is for notifications, and is not read. */
const TEXTS = new Set(['text', 'content', 'description'])

/** What is pressed says what it asks for behind a signature. */
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
