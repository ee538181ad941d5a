/**
 * As JSON on one line, ended, whatever the reader holds for the end of one: the separators that JSON may hold as they
 * are (RFC 8259, 7) are written as escapes.
 */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`
}
