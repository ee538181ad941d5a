import { MessageFlags, RESTJSONErrorCodes as Codes, Routes, type BaseInteraction } from 'discord.js'
import { tryAgain } from '../../../src/chat/try-again.ts'
import type { DiscordPart } from '../draw/discord-message.ts'
import { isRefusal, toDeliveryError } from '../errors.ts'
import { idOf } from '../post/posted.ts'
import type { AnswerTools } from './answer-tools.ts'
import { repeated, unlessDone } from './repeats.ts'

/** Follow-ups of an app that is not on the server: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
export const MOST_OUTSIDE = 5

type Asked = Pick<BaseInteraction, 'applicationId' | 'token'>

/** `ending`: until then an answer may be told. */
export type ReplyTools = Pick<AnswerTools, 'tokened' | 'log' | 'ending'>

/** How much of an answer stands there; `partly` also where nobody knows. */
export type Reached = 'whole' | 'partly' | 'not'

/**
 * The answer to what was deferred: the id of its first message, and how much of it arrived. The first part takes the
 * place of the waiting line, in as many tries as it needs: an edit may be repeated. The flag for Components V2 can only
 * be set here.
 * @throws what kept the first part away
 */
export async function tell(
  asked: Asked,
  [first, ...others]: readonly DiscordPart[],
  isPrivate: boolean,
  tools: ReplyTools,
): Promise<{ readonly id: string; readonly reached: Reached }> {
  const { tokened, ending } = tools
  const edit = () => tokened.patch(originalOf(asked), { body: first, auth: false, signal: ending })
  const id = idOf(await tryAgain(edit, repeated(ending)))
  const reached = await followUp(asked, others, isPrivate, tools)
  return { id, reached: reached === 'not' ? 'partly' : reached }
}

/** Takes back a waiting line that everybody sees, and tells the asker alone. @throws what kept the line there */
export async function tellInstead(
  asked: Asked,
  parts: readonly DiscordPart[],
  tools: ReplyTools,
): Promise<Reached> {
  const { tokened, ending } = tools
  const takeBack = async (): Promise<void> => {
    try {
      await tokened.delete(originalOf(asked), { auth: false, signal: ending })
    } catch (error) {
      // An earlier try took it back, though its answer was lost.
      if (!isRefusal(error, Codes.UnknownMessage)) throw error
    }
  }
  await tryAgain(takeBack, repeated(ending))
  return followUp(asked, parts, true, tools)
}

/**
 * Further messages. Discord knows no nonce for them, so one that may have arrived is not sent again; what comes behind
 * it is. Where one is refused, no other is tried.
 */
export async function followUp(
  { applicationId, token }: Asked,
  parts: readonly DiscordPart[],
  isPrivate: boolean,
  { tokened, log, ending }: ReplyTools,
): Promise<Reached> {
  let [sent, isDoubtful] = [0, false]
  for (const part of parts) {
    const flags = (part.flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0)
    const call = { body: { ...part, flags }, auth: false, signal: ending }
    try {
      await tryAgain(() => tokened.post(Routes.webhook(applicationId, token), call), unlessDone(ending))
      sent += 1
    } catch (error) {
      log.warn({ err: error }, 'a part of an answer could not be told')
      if (!toDeliveryError(error).mayHaveArrived) break
      isDoubtful = true
    }
  }
  if (sent === parts.length) return 'whole'
  return sent > 0 || isDoubtful ? 'partly' : 'not'
}

const originalOf = ({ applicationId, token }: Asked): `/${string}` =>
  Routes.webhookMessage(applicationId, token, '@original')
