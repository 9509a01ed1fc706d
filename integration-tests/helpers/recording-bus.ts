type Emitted = { name: string; data: unknown }

/** An event bus for module tests that only remembers what was said. */
export class RecordingBus {
  private emitted: Emitted[] = []

  async emit(messages: Emitted | Emitted[]) {
    for (const { name, data } of [messages].flat()) {
      this.emitted.push({ name, data })
    }
  }

  /** What was said since the last call. */
  take() {
    return this.emitted.splice(0)
  }
}
