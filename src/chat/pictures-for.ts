import type { DrawnPicture } from '../pictures/open-pictures.ts'
import type { Message } from '../records/message.ts'
import type { ChatTools } from './chat-platform.ts'

/**
 * Draws the pictures of a message. Returns none if that fails: the message goes out without them rather than
 * not at all.
 */
export async function picturesFor(
  message: Message,
  { drawPictures, log }: Pick<ChatTools, 'drawPictures' | 'log'>,
): Promise<readonly DrawnPicture[]> {
  try {
    return await drawPictures(message)
  } catch (error) {
    log.warn({ err: error, kind: message.kind }, 'a message goes out without its pictures')
    return []
  }
}
