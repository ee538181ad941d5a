import type { ViewOutput, ViewStateValue } from '@slack/bolt'
import { z } from 'zod'
import type { RawOptions } from '../../../src/chat/commands.ts'

/** What somebody filled in. */
interface FilledForm {
  /** `edit` where the form was one of a subscription. */
  readonly command: 'subscribe' | 'edit'
  readonly options: RawOptions
  /** Destination from which the form was opened, as `Asker.channel`. */
  readonly from: string
}

/** The form of a subscription as the options of its command; empty fields are left out. @throws Error when it is none of ours */
export function readForm({
  state,
  private_metadata,
}: Pick<ViewOutput, 'private_metadata' | 'state'>): FilledForm {
  const { from, subscription, filled = [] } = readFormMemory(private_metadata)
  const given = Object.entries(state.values)
    .map(([name, elements]) => [name, Object.values(elements).flatMap(valuesOf)] as const)
    .filter(([, values]) => values.length > 0)
  // A channel that was picked goes before “here”.
  const picked = given.find(([name]) => name === 'channel')?.[1].map((id) => `<#${id}>`)
  const fields = given.flatMap(([name, values]): typeof given => {
    if (name === 'channel') return [['to', picked ?? []]]
    return name === 'to' && picked !== undefined ? [] : [[name, values]]
  })
  // An option that is not named stays as it was: what was emptied is cleared with all else, and the rest is named again.
  const isEmptied = filled.some((name) => name in state.values && !fields.some(([field]) => field === name))
  const when = fields.find(([name]) => name === 'when')?.[1] ?? []
  const hasTimes = !when.some((rhythm) => rhythm.startsWith('hourly') || rhythm === 'alert')
  return {
    command: subscription === null ? 'subscribe' : 'edit',
    options: new Map<string, readonly string[]>([
      ...(subscription === null ? [] : [['subscription', [subscription]] as const]),
      ...(isEmptied ? [['what', ['everything']] as const] : []),
      // The form begins with a time; nobody who chooses every hour thinks of taking it out.
      ...fields.filter(
        ([name]) => (name !== 'at' || hasTimes) && (name !== 'outlets' || when.includes('alert')),
      ),
    ]),
    from,
  }
}

function valuesOf({ value, selected_option, selected_options = [], selected_conversation }: ViewStateValue) {
  const chosen = [selected_option, ...selected_options].flatMap((option) => option?.value ?? [])
  return [value?.trim() ?? '', selected_conversation ?? '', ...chosen].filter((text) => text !== '')
}

/** What a form remembers while somebody fills it in; Slack hands it back with what was chosen. */
const formMemory = z.object({
  /** Destination from which it was opened. */
  from: z.string(),
  /** Id of the subscription to change; null for a new one. */
  subscription: z.string().nullable(),
  /** Fields of what it tells of that were filled in from the start: emptied, they shall be empty. */
  filled: z.array(z.string()).exactOptional(),
})

type FormMemory = z.output<typeof formMemory>

export const writeFormMemory = (memory: FormMemory): string => JSON.stringify(memory)

/** @throws Error when it is none of ours */
function readFormMemory(text: string): FormMemory {
  try {
    return formMemory.parse(JSON.parse(text))
  } catch (error) {
    throw new Error('What this form remembers cannot be read. Open the form again.', { cause: error })
  }
}
