/**
 * Whether a text holds a `<!` that is neither CDATA, nor a comment, nor one short DOCTYPE. The parser below rss-parser (sax) reads such declarations in
 * quadratic time: 100 KB of them would hold it for minutes.
 */
export function hasOddDeclarations(xml: string): boolean {
  let doctypes = 0
  for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', at + 2)) {
    if (xml.startsWith('[CDATA[', at + 2) || xml.startsWith('--', at + 2)) continue
    if (!xml.startsWith('DOCTYPE', at + 2) || !isShort(xml, at)) return true
    doctypes += 1
    if (doctypes > 1) return true
  }
  return false
}

/** DOCTYPEs of feeds name a DTD; ones with declarations inside are left to the repair step. */
function isShort(xml: string, start: number): boolean {
  const head = xml.slice(start, start + 512)
  const end = head.indexOf('>')
  return end > 0 && !head.slice(0, end).includes('[')
}
