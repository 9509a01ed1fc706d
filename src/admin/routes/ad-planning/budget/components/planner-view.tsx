import { Button, Input, Label, toast } from "@medusajs/ui"
import { useState } from "react"
import { PLAN_OBJECTIVES } from "../../../../../modules/ad-planning/types/forecasts"
import type { AdminMakePlanBody } from "../../../../../api/admin/ad-planning/forecasts/validators"
import {
  useCurves,
  usePlan,
  useSavePlan,
} from "../../../../hooks/api/forecasts"
import { useLocale } from "../../../../hooks/use-locale"
import { Answer } from "./answer"
import { Choice } from "./choice"
import { PlanTable } from "./plan-table"
import { PlanWords } from "./plan-words"

const DAYS = 30
const START_CHANGE = 20
const DEFAULT_MARGIN = 0.4

/** Where a budget should go: 20 % more than today to begin with. */
export function PlannerView() {
  const { t } = useLocale()
  const { data: curves } = useCurves()
  const [change, setChange] = useState(START_CHANGE)
  const [objective, setObjective] =
    useState<AdminMakePlanBody["objective"]>("revenue")
  const [locked, setLocked] = useState<string[]>([])
  const [name, setName] = useState("")
  const save = useSavePlan()
  const today = (curves?.curves ?? []).reduce(
    (sum, { current_spend }) => sum + current_spend,
    0
  )
  const body: AdminMakePlanBody | null =
    today > 0
      ? {
          total_budget: Math.round(today * DAYS * (1 + change / 100)),
          days: DAYS,
          objective,
          ...(objective === "profit" ? { margin: DEFAULT_MARGIN } : {}),
          constraints: locked.map((ad_campaign_id) => ({
            ad_campaign_id,
            locked: true,
          })),
        }
      : null
  const lock = (id: string, isLocked: boolean) =>
    setLocked((ids) =>
      isLocked ? [...ids, id] : ids.filter((each) => each !== id)
    )
  const savePlan = () =>
    body &&
    save.mutate(
      { ...body, name },
      {
        onSuccess: () => toast.success(t("forecasts.planner.saved")),
        onError: (error) => toast.error(error.message),
      }
    )
  return (
    <Answer
      title={t("forecasts.planner.title")}
      hint={t("forecasts.planner.hint")}
      query={usePlan(body)}
    >
      {({ plan }) => (
        <>
          <div className="flex flex-wrap items-end gap-4 px-6 pb-4">
            <div className="flex w-[260px] flex-col gap-y-1">
              <Label size="xsmall" htmlFor="budget-change">
                {t("forecasts.planner.change", { change })}
              </Label>
              <input
                id="budget-change"
                type="range"
                min={-50}
                max={50}
                step={5}
                value={change}
                onChange={(event) => setChange(Number(event.target.value))}
              />
            </div>
            <Choice
              label={t("forecasts.planner.objective")}
              value={objective ?? "revenue"}
              options={PLAN_OBJECTIVES.map((each) => ({
                value: each,
                name: t(`forecasts.objectives.${each}`),
              }))}
              onChange={(value) =>
                setObjective(PLAN_OBJECTIVES.find((each) => each === value))
              }
            />
            <Input
              size="small"
              aria-label={t("forecasts.planner.name")}
              placeholder={t("forecasts.planner.name")}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button
              size="small"
              variant="secondary"
              disabled={name.trim() === ""}
              isLoading={save.isPending}
              onClick={savePlan}
            >
              {t("forecasts.planner.save")}
            </Button>
          </div>
          <PlanWords plan={plan} />
          <PlanTable
            lines={plan.lines}
            currency={plan.currency}
            onLock={lock}
          />
        </>
      )}
    </Answer>
  )
}
