import { MedusaService } from "@medusajs/framework/utils"
import Person from "./models/person"

export default class PersonService extends MedusaService({ Person }) {}
