import { Container, Skeleton } from "@medusajs/ui"
import { TableSkeleton } from "../../../components/states"
import { Kpis } from "./kpis"

/** The page's own shape while nothing is known: nothing jumps later. */
export function OverviewSkeleton() {
  return (
    <div className="flex flex-col gap-y-3" aria-busy>
      <Container>
        <Skeleton className="h-8 w-40" />
      </Container>
      <Kpis report={undefined} />
      <Container className="h-[372px]">
        <Skeleton className="h-full w-full" />
      </Container>
      <Container className="p-0">
        <TableSkeleton rows={10} />
      </Container>
    </div>
  )
}
