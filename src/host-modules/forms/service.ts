import { MedusaService } from "@medusajs/framework/utils"

import { Form } from "./models/form"
import { FormField } from "./models/form-field"
import { FormResponse } from "./models/form-response"

/** The storefront's forms and what visitors answered. */
export default class FormsService extends MedusaService({
  Form,
  FormField,
  FormResponse,
}) {}
