/** A subquery with the strings of a JSON array that is bound to its `?`. */
export const JSON_LIST = "(SELECT jsonb_array_elements_text(?::jsonb))"
