import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import { read, type SqlContext, write } from "../effects/sql-context"
import {
  forgetGroupSql,
  groupCustomersSql,
  groupSyncedSql,
  memberCustomersSql,
  noteGroupCustomersSql,
} from "../sql/segments/group-customers"

export interface MemberCustomers {
  person_id: string
  customer_ids: string[]
}

export interface GroupSync {
  /** Customers who are in the group now. */
  wanted: string[]
  /** Those whom we had put there and who are not any more. */
  gone: string[]
  withoutAccount: number
  /** Changes by hand that were undone. */
  edits: number
}

const PAGE_SIZE = 1_000

/** What we know of the customer groups that mirror segments. */
export class SegmentGroups extends Capability {
  /** Whom we put into the group of a segment. */
  @InjectManager()
  async customers(
    segmentId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<string[]> {
    const rows = await read<{ customer_id: string }>(
      sharedContext,
      groupCustomersSql(segmentId)
    )
    return rows.map((row) => row.customer_id)
  }

  /** One page of members with the customers that they are, by person id. */
  @InjectManager()
  async memberCustomers(
    segmentId: string,
    afterId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<MemberCustomers[]> {
    return await read(
      sharedContext,
      memberCustomersSql(segmentId, afterId, PAGE_SIZE)
    )
  }

  /** All members with the customers that they are, page by page. */
  async *memberPages(segmentId: string): AsyncGenerator<MemberCustomers[]> {
    let page: MemberCustomers[] = []
    do {
      page = await this.memberCustomers(segmentId, page.at(-1)?.person_id ?? "")
      yield page
    } while (page.length === PAGE_SIZE)
  }

  /** Notes what a sync made of the group. */
  @InjectTransactionManager()
  async note(
    segmentId: string,
    { wanted, gone, withoutAccount, edits }: GroupSync,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, noteGroupCustomersSql(segmentId, wanted, gone))
    await write(
      sharedContext,
      groupSyncedSql(segmentId, wanted.length, withoutAccount, edits)
    )
  }

  /** Forgets that a segment has a group. */
  @InjectTransactionManager()
  async forget(
    segmentId: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await write(sharedContext, forgetGroupSql(segmentId))
  }
}
