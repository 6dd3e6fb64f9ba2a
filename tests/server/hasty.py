"""The site's worker with shorter limits, so that a test sees in seconds what else takes minutes."""

from letterwriter.server import connection, connection_limits, worker

setattr(connection, "HEAD_SECONDS", 1.0)  # noqa: B010  # a constant, but for this process
setattr(connection_limits, "GRACE_SECONDS", 1.0)  # noqa: B010


class Worker(worker.Worker):
    """Gives a page two seconds."""

    longest = 2.0
