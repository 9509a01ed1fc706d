// Loaded into the programs `npm start` runs: when that process is killed
// without a chance to stop them, they end themselves. Otherwise a server would
// stay behind and hold the port.
const STOP_TIMEOUT_MS = 8_000

if (process.channel) {
  process.channel.unref()
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref()
    process.kill(process.pid, "SIGTERM")
  })
}
