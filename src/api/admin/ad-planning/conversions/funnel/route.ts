// The plan has it under both: one funnel, of every kind of touchpoint.
export { GET } from "../../journey/funnel/route"
