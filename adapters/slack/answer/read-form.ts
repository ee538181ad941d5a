import type { ViewOutput, ViewStateValue } from '@slack/bolt'
import { z } from 'zod'
import type { RawOptions } from '../../../src/chat/commands.ts'

/** A submitted form. */
interface FilledForm {
  /** `edit` if the form was for an existing subscription. */
  readonly command: 'subscribe' | 'edit'
  readonly options: RawOptions
  /** Destination from which the form was opened, as `Asker.channel`. */
  readonly from: string
}

/**
 * Reads a subscription form as options of its command, without empty fields.
 * @throws Error when the form is not ours
 */
export function readForm({
  state,
  private_metadata,
}: Pick<ViewOutput, 'private_metadata' | 'state'>): FilledForm {
  const { from, subscription, filled = [] } = readFormMemory(private_metadata)
  const given = Object.entries(state.values)
    .map(([name, elements]) => [name, Object.values(elements).flatMap(valuesOf)] as const)
    .filter(([, values]) => values.length > 0)
  // A picked channel takes precedence over "here".
  const picked = given.find(([name]) => name === 'channel')?.[1].map((id) => `<#${id}>`)
  const fields = given.flatMap(([name, values]): typeof given => {
    if (name === 'channel') return [['to', picked ?? []]]
    return name === 'to' && picked !== undefined ? [] : [[name, values]]
  })
  // `edit` leaves options it does not get unchanged. So if a filter was emptied, `what: everything` clears
  // all filters and the remaining ones are set again.
  const isEmptied = filled.some((name) => name in state.values && !fields.some(([field]) => field === name))
  const when = fields.find(([name]) => name === 'when')?.[1] ?? []
  const hasTimes = !when.some((rhythm) => rhythm.startsWith('hourly') || rhythm === 'alert')
  return {
    command: subscription === null ? 'subscribe' : 'edit',
    options: new Map<string, readonly string[]>([
      ...(subscription === null ? [] : [['subscription', [subscription]] as const]),
      ...(isEmptied ? [['what', ['everything']] as const] : []),
      // The time is prefilled, and people who choose "every hour" do not think of removing it; so it is
      // dropped then.
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

/** What a form remembers while it is filled in. Slack returns it with the submission. */
const formMemory = z.object({
  /** Destination from which the form was opened. */
  from: z.string(),
  /** Id of the subscription to change; null for a new one. */
  subscription: z.string().nullable(),
  /** Filter fields that were prefilled. If one comes back empty, the filter is cleared. */
  filled: z.array(z.string()).exactOptional(),
})

type FormMemory = z.output<typeof formMemory>

export const writeFormMemory = (memory: FormMemory): string => JSON.stringify(memory)

/** @throws Error when the text is not ours */
function readFormMemory(text: string): FormMemory {
  try {
    return formMemory.parse(JSON.parse(text))
  } catch (error) {
    throw new Error('What this form remembers cannot be read. Open the form again.', { cause: error })
  }
}
