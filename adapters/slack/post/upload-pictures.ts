import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { DrawnPicture } from '../../../src/pictures/open-pictures.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { ALT_TEXT } from '../limits.ts'
import type { Workspace } from '../transport/workspaces.ts'

/** An uploaded picture that a message can show. */
export interface UploadedPicture extends Pick<DrawnPicture, 'alt' | 'caption'> {
  readonly file: string
}

/** Limit for the transfer of one picture, in milliseconds. A whole post has 20 s. */
const UPLOAD_MS = 8_000

interface UploadTools {
  readonly fetch: typeof globalThis.fetch
  readonly log: ChatLog
}

/**
 * Uploads pictures without sharing them anywhere
 * (https://docs.slack.dev/messaging/working-with-files#uploading_files). Leaves out those that Slack does not
 * accept, for example without the scope `files:write`; the message is then sent without them.
 */
export async function uploadPictures(
  pictures: readonly DrawnPicture[],
  workspace: Workspace,
  tools: UploadTools,
): Promise<readonly UploadedPicture[]> {
  const uploaded = await Promise.all(pictures.map((picture) => upload(picture, workspace, tools)))
  return uploaded.filter((picture) => picture !== null)
}

async function upload(
  { kind, bytes, alt, caption }: DrawnPicture,
  { client, team }: Workspace,
  { fetch, log }: UploadTools,
): Promise<UploadedPicture | null> {
  const filename = `${kind}.png`
  const altText = shorten(alt, ALT_TEXT)
  try {
    const fileInfo = { filename, length: bytes.byteLength, alt_text: altText }
    const { upload_url: address, file_id: file } = await client.files.getUploadURLExternal(fileInfo)
    if (address === undefined || file === undefined) throw new Error('Slack named no place for the file.')
    const body = new Blob([Uint8Array.from(bytes)], { type: 'image/png' })
    const sent = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(UPLOAD_MS) })
    if (!sent.ok) throw new Error(`Slack answered the upload with ${sent.status}.`)
    await client.files.completeUploadExternal({ files: [{ id: file, title: filename }] })
    return { file, alt: altText, caption }
  } catch (error) {
    log.warn({ err: error, workspace: team }, 'Slack did not take a picture; the message goes out without it')
    return null
  }
}
