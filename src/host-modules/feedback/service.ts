import { MedusaService } from "@medusajs/framework/utils"

import { Feedback } from "./models/feedback"

/** Ratings and comments of customers, staff and partners. */
export default class FeedbackService extends MedusaService({ Feedback }) {}
