/** A language as feeds write it (`en`, `pt-BR`, `zh_Hans`), or null for what is none. */
export const languageTag = (written: string | undefined): string | null =>
  written !== undefined && /^[a-z]{2,3}(?:[-_]\w{1,12}){0,4}$/i.test(written) ? written : null
