/**
 * The strings of a JSON array that is bound to its `?`, as an SQL array for
 * `column = ANY(...)`. An array is evaluated once and found through indexes,
 * also when two of them are joined by OR; `IN (SELECT ...)` then reads the
 * whole table.
 */
export const JSON_LIST = "ARRAY(SELECT jsonb_array_elements_text(?::jsonb))"
