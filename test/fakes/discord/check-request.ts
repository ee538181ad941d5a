import * as spec from 'discord-api-spec/zod'
import { z } from 'zod'
import { checkMessage } from './check/message.ts'
import { checkCommands } from './check-commands.ts'

export interface DiscordRequest {
  readonly method: string
  /** The part behind `/api/v10`. */
  readonly path: string
  readonly body: unknown
  /** Attachments, with the form field of each. */
  readonly files?: readonly { readonly field: string; readonly file: File }[]
}

type Rule = (body: unknown) => readonly string[]

const anything = z.looseObject({})

const ours: Rule = (body) => checkMessage(anything.parse(body))

/** Every post must be repeatable without being shown twice. */
const repeatable: Rule = (body) =>
  z.looseObject({ nonce: z.string().min(1).max(25), enforce_nonce: z.literal(true) }).safeParse(body).success
    ? []
    : ['a post needs a nonce of at most 25 characters and enforce_nonce']

const CALLBACKS: Readonly<Record<number, Rule>> = {
  4: (body) => [
    ...schema(spec.CreateMessageInteractionCallbackRequestSchema)(body),
    ...ours(z.looseObject({ data: anything }).parse(body).data),
  ],
  5: schema(spec.CreateMessageInteractionCallbackRequestSchema),
  8: schema(spec.ApplicationCommandAutocompleteCallbackRequestSchema),
  9: schema(spec.ModalInteractionCallbackRequestSchema),
}

const callback: Rule = (body) => {
  const { type } = z.looseObject({ type: z.number() }).parse(body)
  return CALLBACKS[type]?.(body) ?? [`an answer of type ${type}`]
}

const checked = new Map<string, readonly string[]>()

/**
 * Results are remembered: every start registers the same commands, which take some forty milliseconds to
 * check.
 */
const commands: Rule = (body) => {
  const text = JSON.stringify(body)
  const found = checked.get(text) ?? faultsOfCommands(body)
  checked.set(text, found)
  return found
}

const faultsOfCommands: Rule = (body) => {
  const all = z.array(anything).parse(body)
  return [
    ...all.map(withNumber).flatMap(schema(spec.ApplicationCommandCreateRequestSchema)),
    ...checkCommands(all),
  ]
}

/** Permissions are a string in Discord's documentation and answers, but a number in its request schema. */
export function withNumber(command: object): object {
  if (!('default_member_permissions' in command) || command.default_member_permissions === null)
    return command
  return { ...command, default_member_permissions: Number(command.default_member_permissions) }
}

/** An event outside Discord has a place, and an end after its start. */
const event: Rule = (body) => {
  const read = z
    .looseObject({
      name: z.string().min(1).max(100),
      description: z.string().min(1).max(1000),
      entity_type: z.literal(3),
      entity_metadata: z.object({ location: z.string().min(1).max(100) }),
      scheduled_start_time: z.iso.datetime(),
      scheduled_end_time: z.iso.datetime(),
    })
    .refine((one) => one.scheduled_start_time < one.scheduled_end_time, 'ends before it starts')
    .safeParse(body)
  return read.success ? [] : [read.error.message.slice(0, 600)]
}

const starter: Rule = (body) => ours(z.looseObject({ message: anything }).parse(body).message)

const RULES: readonly (readonly [string, RegExp, readonly Rule[]])[] = [
  ['POST', /^\/channels\/\d+\/messages$/u, [schema(spec.MessageCreateRequestSchema), ours, repeatable]],
  ['PATCH', /^\/channels\/\d+\/messages\/\d+$/u, [schema(spec.MessageEditRequestPartialSchema), ours]],
  ['POST', /^\/channels\/\d+\/threads$/u, [schema(spec.CreateForumThreadRequestSchema), starter]],
  [
    'POST',
    /^\/channels\/\d+\/messages\/\d+\/threads$/u,
    [schema(spec.CreateTextThreadWithMessageRequestSchema)],
  ],
  [
    'POST',
    /^\/guilds\/\d+\/scheduled-events$/u,
    [schema(spec.ExternalScheduledEventCreateRequestSchema), event],
  ],
  [
    'PATCH',
    /^\/guilds\/\d+\/scheduled-events\/\d+$/u,
    [schema(spec.ExternalScheduledEventPatchRequestPartialSchema)],
  ],
  ['POST', /^\/interactions\/\d+\/[^/]+\/callback$/u, [callback]],
  ['POST', /^\/webhooks\/\d+\/[^/]+$/u, [schema(spec.IncomingWebhookRequestPartialSchema), ours]],
  [
    'PATCH',
    /^\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/u,
    [schema(spec.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema), ours],
  ],
  ['PUT', /^\/applications\/\d+\/(?:guilds\/\d+\/)?commands$/u, [commands]],
]

/** Lists what Discord's published schemas and our own rules find wrong with a request. */
export function checkRequest({ method, path, body }: DiscordRequest): readonly string[] {
  return RULES.filter(([verb, pattern]) => verb === method && pattern.test(path))
    .flatMap(([, , rules]) => rules.flatMap((rule) => rule(body)))
    .map((fault) => `${method} ${path}: ${fault}`)
}

function schema(against: typeof spec.MessageCreateRequestSchema): Rule {
  return (body) => {
    const read = against.safeParse(body)
    return read.success ? [] : [read.error?.message.slice(0, 600) ?? 'refused']
  }
}
