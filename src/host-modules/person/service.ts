import { MedusaService } from "@medusajs/framework/utils"

import { Address } from "./models/address"
import { Person } from "./models/person"
import { Tag } from "./models/tag"

/** People: `listPeople`, `createPeople`, `updatePeople`, `deletePeople`. */
export default class PersonService extends MedusaService({
  Person,
  // Medusa's query reads an entity by the plural of its model's name.
  PersonAddress: Address,
  PersonTags: Tag,
}) {}
