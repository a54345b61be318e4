"""How gunicorn serves the site: a few processes with a few threads each. `make serve` starts it.

GUNICORN_CMD_ARGS and FORWARDED_ALLOW_IPS are gunicorn's own variables and are obeyed too.
"""

import os
import sys
from pathlib import Path

wsgi_app = "newsroom.wsgi:application"
bind = f"{os.environ.get('LISTEN') or '0.0.0.0'}:{os.environ.get('PORT') or '8000'}"  # noqa: S104
_workers = os.environ.get("WORKERS") or str(max(2, os.cpu_count() or 1))
if not _workers.isdecimal() or not int(_workers):
    sys.exit(f"WORKERS is {_workers!r}. It should be a number of processes, from 1.")
workers = int(_workers)
worker_class = "gthread"
threads = 4
preload_app = True  # one copy of the code in memory; no connection is open before the fork
timeout = 60
graceful_timeout = 30
keepalive = 5
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108  heartbeats in memory: a slow disk must not kill a worker
    worker_tmp_dir = "/dev/shm"  # noqa: S108
