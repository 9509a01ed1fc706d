import type { LanguageModel } from "ai"
import { z } from "zod"

/** A model of the AI SDK that the store made itself. */
export type ModelObject = Exclude<LanguageModel, string>

const modelObject = z.custom<ModelObject>(
  (value) =>
    typeof value === "object" &&
    value !== null &&
    "doGenerate" in value &&
    typeof value.doGenerate === "function",
  "must be the name of a model, or a LanguageModel of the AI SDK"
)

/** The language model, and how much of it may be used. */
export const aiOptions = z.strictObject({
  /**
   * Whose model it is. `openai` speaks OpenAI's /v1/responses;
   * `openai-compatible` speaks /v1/chat/completions, as Ollama, vLLM, Mistral and
   * others do. Not read when `model` is an object. @default "openai"
   */
  provider: z
    .enum(["openai", "openai-compatible", "anthropic"])
    .default("openai"),
  /** The model's name, or a LanguageModel of the AI SDK. Required. */
  model: z.union([z.string().min(1), modelObject]),
  /** Where the provider is, such as http://localhost:11434/v1. @default the provider's own */
  base_url: z.url({ protocol: /^https?$/ }).nullish(),
  /** Never logged, never answered. Without it and `base_url` no model is used. */
  api_key: z.string().nullish(),
  /** Tokens, in and out, of one calendar month (UTC). @default 2000000 */
  max_tokens_per_month: z
    .number()
    .int()
    .min(0)
    .max(2_000_000_000)
    .default(2_000_000),
  /** Calls are spread evenly. @default 60 */
  calls_per_minute: z.number().min(0.1).max(60_000).default(60),
  /** A call that takes longer is given up. @default 60 */
  timeout_seconds: z.number().min(0.1).max(600).default(60),
  /**
   * Whether e-mail addresses, phone and card numbers are masked before a text
   * leaves the store. @default true
   */
  mask_personal_data: z.boolean().default(true),
})
export type AiOptions = z.output<typeof aiOptions>
