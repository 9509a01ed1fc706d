import { testStore } from "../helpers/test-store"
import sentimentModel, { STUB_PORT } from "./ad-planning/sentiment/model"

// Read with the configuration, so before the store is booted.
process.env.AD_PLANNING_OPTIONS = JSON.stringify({
  jobs: false,
  ai: {
    provider: "openai-compatible",
    model: "stub",
    api_key: "sk-secret-of-the-store",
    base_url: `http://127.0.0.1:${STUB_PORT}/v1`,
    calls_per_minute: 1_200,
    max_tokens_per_month: 40_000,
  },
})

testStore({ sentimentModel })
