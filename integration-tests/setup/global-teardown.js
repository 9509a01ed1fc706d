/** Stops the PostgreSQL that the setup started; one given from outside stays. */
module.exports = async function globalTeardown() {
  globalThis.stopTestPostgres?.()
}
