import { z } from 'zod'

const button = z.object({
  text: z.object({ text: z.string() }),
  action_id: z.string(),
  value: z.string().default(''),
})

/** Returns the buttons of a rendered message, by label. */
export function buttonsIn(
  drawn: unknown,
): ReadonlyMap<string, { readonly action_id: string; readonly value: string }> {
  const buttons = new Map<string, { readonly action_id: string; readonly value: string }>()
  JSON.stringify(drawn, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'button') {
      const { text, action_id, value: carried } = button.parse(value)
      buttons.set(text.text, { action_id, value: carried })
    }
    return value
  })
  return buttons
}

/** Returns a button of a rendered message as Slack sends it back when it is pressed. */
export const buttonNamed = (label: string, drawn: unknown): object => {
  const found = buttonsIn(drawn).get(label)
  if (found === undefined)
    throw new Error(`no button ${label} among ${[...buttonsIn(drawn).keys()].join(', ')}`)
  return { type: 'button', ...found, text: { type: 'plain_text', text: label } }
}
