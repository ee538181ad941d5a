/** The id in `slack:T012AB3CD/C012AB3CD`; null for direct messages, names, and channels elsewhere. */
export function channelId(destination: string | undefined): string | null {
  return /^slack:(?:[A-Z0-9]+\/)?([CG][A-Z0-9]+)$/u.exec(destination ?? '')?.[1] ?? null
}
