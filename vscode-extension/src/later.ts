/** Does something once, a while after it was last asked for. */
export class Later {
  private timer: NodeJS.Timeout | undefined;

  /** @param wait in milliseconds */
  constructor(
    private readonly wait: number,
    private readonly action: () => void,
  ) {}

  ask(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.action, this.wait);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
