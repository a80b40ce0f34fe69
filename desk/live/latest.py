"""The latest outcome: one thread tells it, and all that wait for news hear of it."""

from threading import Condition

from desk.live.builder import Outcome


class Latest:
    """`number` counts the builds, `shown` is true once there was a good one."""

    def __init__(self):
        self._news = Condition()
        self.number = 0
        self.outcome = Outcome()
        self.shown = self.closed = False

    def tell(self, outcome: Outcome) -> None:
        with self._news:
            self.number += 1
            self.outcome = outcome
            self.shown = self.shown or not outcome.faults
            self._news.notify_all()

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._news:
            self.closed = True
            self._news.notify_all()

    def after(self, seen: int, seconds: float | None = None) -> tuple[int, Outcome]:
        """Wait for a build beyond the one `seen`, at most so long. Gives the latest either way."""
        with self._news:
            self._news.wait_for(lambda: self.closed or self.number > seen, seconds)
            return self.number, self.outcome
