declare module "vader-sentiment" {
  export const SentimentIntensityAnalyzer: {
    /** `compound` is in [-1, 1]. */
    polarity_scores(text: string): {
      compound: number
      pos: number
      neg: number
      neu: number
    }
  }
}

declare module "wink-sentiment" {
  interface Token {
    value: string
    tag: string
    score?: number
  }
  export default function sentiment(text: string): {
    /** Sum of the words' values, each in [-5, 5]. */
    score: number
    normalizedScore: number
    tokenizedPhrase?: Token[]
  }
}
