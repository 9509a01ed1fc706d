import type { AiOptions, ModelObject } from "../modules/ad-planning/types"

/**
 * What every call of a model takes beside its prompt: the SDK itself never asks
 * twice, since each try may be billed, and OpenAI keeps nothing.
 */
export const MODEL_CALL = {
  maxRetries: 0,
  providerOptions: { openai: { store: false } },
}

/** Whether the options name a model that can be called. */
export function hasLanguageModel(ai: AiOptions | undefined): ai is AiOptions {
  return Boolean(
    ai && (typeof ai.model === "object" || ai.api_key || ai.base_url)
  )
}

/** The model's name in results and logs: never its key or address. */
export function modelName({ provider, model }: AiOptions): string {
  return typeof model === "object"
    ? `${model.provider}:${model.modelId}`
    : `${provider}:${model}`
}

/**
 * The language model of the option `ai`; null where there is none, or no key.
 * Providers are loaded when first needed.
 */
export async function languageModel(
  ai: AiOptions | undefined
): Promise<ModelObject | null> {
  if (!hasLanguageModel(ai)) {
    return null
  }
  if (typeof ai.model === "object") {
    return ai.model
  }
  const settings = {
    // A provider of the store's own may need none; never the environment's.
    apiKey: ai.api_key || "none",
    ...(ai.base_url ? { baseURL: ai.base_url } : {}),
  }
  if (ai.provider === "anthropic") {
    const { createAnthropic } = await import("@ai-sdk/anthropic")
    return createAnthropic(settings)(ai.model)
  }
  const { createOpenAI } = await import("@ai-sdk/openai")
  const openai = createOpenAI(settings)
  return ai.provider === "openai" ? openai(ai.model) : openai.chat(ai.model)
}
