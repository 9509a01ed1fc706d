import { model } from "@medusajs/framework/utils"

/** A post published on a social network. */
export const SocialPost = model
  .define("SocialPost", {
    id: model.id({ prefix: "sopost" }).primaryKey(),
    name: model.text().nullable(),
    caption: model.text().nullable(),
    status: model.text().default("draft"),
    post_url: model.text().nullable(),
    scheduled_at: model.dateTime().nullable(),
    posted_at: model.dateTime().nullable(),
    // Comments sit here: `comments` (an array, or only their number),
    // `instagram_comments`, `comments_data`.
    insights: model.json().nullable(),
    metadata: model.json().nullable(),
  })
  .indexes([{ on: ["posted_at"] }, { on: ["updated_at"] }])
