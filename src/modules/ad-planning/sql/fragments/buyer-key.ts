/** Who bought: the person, or the keyed hash of the e-mail without one. */
export const BUYER_KEY = "COALESCE(person_id, email_hash)"
