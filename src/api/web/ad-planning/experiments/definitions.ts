import type { Experiment } from "../../../../modules/ad-planning/types"
import { isOfAds } from "../../../../modules/ad-planning/utils/statistical-utils"

/** Those that assign visitors of a website now. */
export function assigning(
  experiments: Experiment[],
  websiteId: string | undefined
): Experiment[] {
  return experiments.filter(
    ({ status, variants, website_id }) =>
      status === "running" &&
      !isOfAds(variants) &&
      (website_id === null ||
        websiteId === undefined ||
        website_id === websiteId)
  )
}

/**
 * Experiments as GrowthBook's SDKs read them: one feature each, whose value is the
 * key of the variant. Who takes no part gets the control.
 */
export function definitions(experiments: Experiment[]) {
  const features = experiments.map((experiment) => {
    const { key, variants, coverage, hash_seed, namespace } = experiment
    const control = variants.find(({ is_control }) => is_control)
    return [
      key,
      {
        defaultValue: control?.key ?? null,
        rules: [
          {
            key,
            seed: hash_seed ?? key,
            hashAttribute: "id",
            hashVersion: 2,
            coverage,
            weights: variants.map(({ weight }) => weight),
            variations: variants.map((variant) => variant.key),
            meta: variants.map(({ key: variant, name }) => ({
              key: variant,
              name,
            })),
            ...(namespace
              ? { namespace: [namespace.id, ...namespace.range] }
              : {}),
          },
        ],
      },
    ] as const
  })
  return { status: 200, features: Object.fromEntries(features) }
}
