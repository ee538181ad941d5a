/**
 * Types for an entry of the package that has none: schemas generated from Discord's published specification,
 * as zod objects.
 */
declare module 'discord-api-spec/zod' {
  interface Schema {
    safeParse(value: unknown): { readonly success: boolean; readonly error?: { readonly message: string } }
  }
  export const MessageCreateRequestSchema: Schema
  export const ExternalScheduledEventCreateRequestSchema: Schema
  export const ExternalScheduledEventPatchRequestPartialSchema: Schema
  export const MessageEditRequestPartialSchema: Schema
  export const IncomingWebhookRequestPartialSchema: Schema
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: Schema
  export const CreateForumThreadRequestSchema: Schema
  export const CreateTextThreadWithMessageRequestSchema: Schema
  export const ApplicationCommandCreateRequestSchema: Schema
  export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema
  export const CreateMessageInteractionCallbackRequestSchema: Schema
  export const ModalInteractionCallbackRequestSchema: Schema
}
