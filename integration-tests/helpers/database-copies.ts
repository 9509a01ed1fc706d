import { TestDatabaseUtils } from "@medusajs/test-utils"
import { type KeptRows, keepRows, restoreRows } from "./restore-rows"

interface Copy {
  databaseName: string
  templateName: string
}

/** What Medusa's runner of tests copies databases with. */
interface Copier {
  createPostgresDatabaseTemplate(copy: Copy): Promise<void>
  restorePostgresDatabaseFromTemplate(copy: Copy): Promise<void>
}

/**
 * The same, but a database is copied again only where to give it its former rows
 * is not enough.
 */
export function quickCopier<Actual extends Copier>(actual: Actual): Actual {
  let kept: (KeptRows & { templateName: string }) | undefined

  async function remember({ databaseName, templateName }: Copy) {
    const url = TestDatabaseUtils.getDatabaseURL(databaseName)
    kept = { ...(await keepRows(url)), templateName }
  }

  async function forget() {
    await kept?.client.end()
    kept = undefined
  }

  return {
    ...actual,
    async createPostgresDatabaseTemplate(copy) {
      await forget()
      await actual.createPostgresDatabaseTemplate(copy)
      await remember(copy)
    },
    async restorePostgresDatabaseFromTemplate(copy) {
      const isKept = kept?.templateName === copy.templateName
      if (!kept || !isKept || !(await restoreRows(kept))) {
        await forget()
        await actual.restorePostgresDatabaseFromTemplate(copy)
        await remember(copy)
      }
    },
  }
}
