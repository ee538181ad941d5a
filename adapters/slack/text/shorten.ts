/** A text of at most `most` UTF-16 units; an ellipsis stands for what does not fit. Only for what is told whole elsewhere. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/u, '')}…`
}
