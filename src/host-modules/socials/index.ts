import { Module } from "@medusajs/framework/utils"

import SocialsService from "./service"

export const SOCIALS_MODULE = "socials"

export default Module(SOCIALS_MODULE, { service: SocialsService })
