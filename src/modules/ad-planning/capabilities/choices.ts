import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { Capability } from "../base"
import type { ManualAssignment } from "../sql/attribution/assign-touch"
import { chooseForConversionSql } from "../sql/attribution/choose-for-conversion"
import { deleteTouchesSql } from "../sql/attribution/delete-touches"
import { MANUAL_TOUCH } from "../sql/fragments/manual-touch"
import type { Snapshot } from "../sql/sync/snapshots"
import type { AttributionCause } from "../types"
import { lockLinks } from "../effects/assign-persons"
import { putBack } from "../effects/put-back"
import { attribute } from "../effects/attribute"
import { type SqlContext, write } from "../effects/sql-context"
import { REVERTED } from "../effects/attribute-touches"

/** A conversion that somebody chooses for, and the key of the choice. */
export interface ChosenConversion {
  id: string
  idempotency_key: string
  choice_key: string
}

/** Campaigns that a person chooses for one conversion. */
export class Choices extends Capability {
  /**
   * The conversion of this id, or the purchase of this order.
   *
   * @throws MedusaError not_found; not_allowed when its customer was erased
   */
  @InjectManager()
  async retrieveChoosable(
    id: string,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<ChosenConversion> {
    const [conversion] = await this.service.listConversions(
      { $or: [{ id }, { order_id: id, conversion_type: "purchase" }] },
      { select: ["id", "idempotency_key", "erased_at"], take: 1 },
      sharedContext
    )
    if (!conversion) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Conversion or order with id: ${id} was not found`
      )
    }
    if (conversion.erased_at) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `the customer of conversion ${conversion.id} was erased: its campaign stays as it is`
      )
    }
    return {
      id: conversion.id,
      idempotency_key: conversion.idempotency_key,
      choice_key: `${MANUAL_TOUCH}${conversion.idempotency_key}`,
    }
  }

  /** Makes a choice all of a conversion's path, and credits it so. */
  @InjectTransactionManager()
  async chooseForConversion(
    conversionId: string,
    choice: ManualAssignment,
    actorId: string | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    const [touch] = await write<{ id: string }>(
      sharedContext,
      chooseForConversionSql(conversionId, choice, this.service.pathRules)
    )
    await this.creditAnew(conversionId, sharedContext, {
      cause: "conversion_choice",
      cause_id: touch?.id,
      actor_id: actorId,
    })
  }

  /**
   * Takes a choice back: the conversion is credited by its touches again.
   *
   * @throws MedusaError not_found when there is none
   */
  @InjectTransactionManager()
  async undoChoice(
    { id, choice_key }: ChosenConversion,
    actorId: string | null,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    const [touch] = await write<{ id: string }>(
      sharedContext,
      deleteTouchesSql([choice_key], { withManual: true })
    )
    if (!touch) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Nobody chose a campaign for conversion ${id}: there is nothing to undo`
      )
    }
    await this.creditAnew(id, sharedContext, {
      cause: "undo",
      cause_id: touch.id,
      actor_id: actorId,
    })
  }

  /** Puts the choice for a conversion back as it was, or none. */
  @InjectTransactionManager()
  async restoreChoice(
    { id, choice_key }: ChosenConversion,
    before: Snapshot,
    @MedusaContext() sharedContext: SqlContext = {}
  ): Promise<void> {
    await lockLinks(sharedContext, "read")
    await write(
      sharedContext,
      deleteTouchesSql([choice_key], { withManual: true })
    )
    await putBack(sharedContext, before, this.options)
    await this.creditAnew(id, sharedContext, REVERTED)
  }

  private async creditAnew(
    conversionId: string,
    context: SqlContext,
    cause: AttributionCause
  ): Promise<void> {
    const scope = { conversion_ids: [conversionId] }
    await attribute(context, scope, this.service.pathRules, cause)
  }
}
