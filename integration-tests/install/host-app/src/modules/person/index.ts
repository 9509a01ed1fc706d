import { Module } from "@medusajs/framework/utils"
import PersonService from "./service"

export default Module("person", { service: PersonService })
