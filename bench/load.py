"""A small load generator: threads that each hold one connection and ask as fast as they are answered."""

from __future__ import annotations

import http.client
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Load:
    """What a run of requests showed; times in milliseconds."""

    a_second: float
    median: float
    slowest_in_a_hundred: float
    bytes_an_answer: int


def ask(port: int, path: str, seconds: float, threads: int = 4) -> Load:
    """Ask for `path` on this machine for so long; any answer but 200 is an error."""
    times: list[float] = []
    sizes: list[int] = []
    errors: list[str] = []
    until = time.perf_counter() + seconds

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        mine: list[float] = []
        size = 0
        while (now := time.perf_counter()) < until:
            connection.request("GET", path, headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            size = len(answer.read())
            if answer.status != 200:
                errors.append(f"{path} answered {answer.status}")
                return
            mine.append((time.perf_counter() - now) * 1000)
        times.extend(mine)
        sizes.append(size)

    started = time.perf_counter()
    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if errors or not times:
        raise RuntimeError(errors[0] if errors else f"{path} was never answered")
    took = time.perf_counter() - started
    times.sort()
    return Load(
        a_second=len(times) / took,
        median=times[len(times) // 2],
        slowest_in_a_hundred=times[int(len(times) * 0.99)],
        bytes_an_answer=max(sizes),
    )
